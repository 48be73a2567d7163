package comeback.local.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** HTTP servers that only this machine reaches. */
public final class Loopback {
    private Loopback() {}

    /** The address of a port on this machine. */
    public static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * A server that is bound but not yet started.
     *
     * @param port 0 picks a free one
     * @throws java.net.BindException when the port is taken
     */
    public static HttpServer bind(int port) throws IOException {
        // The JDK's server sends head and body in two packets, and without this the second waits 40 ms for the first
        // one's acknowledgement. It reads the property once, when its first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        byte[] thisMachine = {127, 0, 0, 1};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(thisMachine), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }

    /** Where a bound server listens. */
    public static URI uri(HttpServer server) {
        return uri(server.getAddress().getPort());
    }
}
