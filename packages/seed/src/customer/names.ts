/** Space-separated, because a list of a hundred quoted names is harder to read. */
const list = (names: string): readonly string[] => names.trim().split(/\s+/);

export const givenNames = list(`
  Aaliyah Adrián Aiko Alejandra Amara Andre Anika Ben Brianna Bruno Camila Carlos Cassidy Chiara Colin Daniela Darius
  Deborah Diego Eleni Elijah Emilia Emre Esther Ethan Fatima Felix Gabriela Grace Hana Hector Hugo Imani Inés Isaac
  Jasmine Javier Jerome Joaquín Joy Kaito Keisha Kofi Lara Leilani Leo Lucía Malik Marisol Mateo Mei Mia Nadia Nathan
  Nina Noah Olga Omar Owen Paloma Priya Quinn Rafael Renata Rosa Ryo Samir Sofía Tamika Teo Tomás Valeria Victor Wen
  Ximena Yara Yusuf Zoe
`);

export const familyNames = list(`
  Abbott Acosta Adeyemi Alvarez Bauer Beltrán Bianchi Boateng Brooks Campos Chen Cohen Cordero Cruz Dalton Delgado
  Díaz Ellis Espinoza Farrell Fischer Fuentes Gallagher García Greene Gupta Haddad Hayes Herrera Hill Ibarra Ito
  Jackson Jensen Kaur Kim Kowalski Lambert Lee López Maldonado Mensah Meyer Mori Murphy Navarro Nguyen Novak Okafor
  Ortiz Owens Park Patel Peña Pérez Quintero Ramos Reyes Rivera Rossi Ruiz Saito Santos Schultz Serrano Silva Sloan
  Soto Suzuki Tanaka Torres Vargas Vega Walsh Watts Whitfield Yamada Young Zamora
`);

export const streets: Readonly<Record<string, readonly string[]>> = {
  US: ['Maple Street', 'Juniper Avenue', 'Orchard Lane', 'Cedar Court', 'Wren Street', 'Harbor Drive', 'Mission Road'],
  ES: ['Calle del Olmo', 'Calle de la Palma', 'Calle del Pez', 'Calle de Embajadores'],
  JP: ['Daizawa', 'Kitazawa', 'Daita', 'Umegaoka'],
};

/** A name as the local part of an address: ASCII, lower case. */
export const asciiSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
