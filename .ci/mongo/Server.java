import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Speaks MongoDB's protocol on 127.0.0.1 and keeps everything in memory, for tests.
 * Arguments: the port (0 takes a free one) and, optionally, the id of a process whose end is ours too.
 */
public class Server {
    private static final long LIFETIME_MS = TimeUnit.MINUTES.toMillis(60);

    public static void main(String[] arguments) throws InterruptedException {
        MongoServer server = new MongoServer(new MemoryBackend().version(new MongoVersion() {
            @Override
            public List<Integer> getVersionArray() {
                return List.of(4, 4, 0);
            }

            // The Node.js driver talks to wire version 9 and newer; what the server calls itself by default is 8.
            @Override
            public int getWireVersion() {
                return 9;
            }
        }));
        server.bind("127.0.0.1", arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0);
        System.out.println("mongodb://127.0.0.1:" + server.getLocalAddress().getPort());

        long end = System.currentTimeMillis() + LIFETIME_MS;
        while (System.currentTimeMillis() < end && isAlive(arguments)) Thread.sleep(500);
        server.shutdownNow();
        System.exit(0);
    }

    private static boolean isAlive(String[] arguments) {
        return arguments.length < 2 || ProcessHandle.of(Long.parseLong(arguments[1])).map(ProcessHandle::isAlive).orElse(false);
    }
}
