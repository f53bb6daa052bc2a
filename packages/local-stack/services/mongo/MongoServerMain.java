import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** An in-memory MongoDB server on 127.0.0.1. Argument: the port, 0 for any. Prints its URI once it listens. */
public final class MongoServerMain {
  /** The library's own versions stop at a wire version that current drivers refuse; 13 is MongoDB 5.0's. */
  private static final MongoVersion FIVE = new MongoVersion() {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  };

  public static void main(String[] arguments) {
    MongoServer server = new MongoServer(new MemoryBackend().version(FIVE));
    server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
    System.out.println("mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
  }
}
