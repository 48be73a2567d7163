package comeback.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comeback.local.mail.Mail;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What SES does with mails to the domain for answers, on a laptop: it puts each into a bucket, which answers a GET and
 * a DELETE as S3 does, and has an event for the function.
 */
public final class LocalInbound implements AutoCloseable {
    private static final Map<String, Object> PASSED = Map.of("status", "PASS");

    private final InstantSource clock;
    private final HttpServer server;
    private final Map<String, byte[]> mails = new ConcurrentHashMap<>();
    private final Queue<Map<String, Object>> events = new ArrayDeque<>();
    private final AtomicLong received = new AtomicLong();

    /** Starts to listen. */
    public LocalInbound(InstantSource clock) throws IOException {
        this.clock = clock;
        server = Loopback.bind(0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where the mails lie. */
    public URI bucket() {
        return Loopback.uri(server);
    }

    /** Whether mail to this address comes in here. */
    public static boolean isOurs(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith("@" + Aws.REPLY_DOMAIN);
    }

    /**
     * An answer as a mail program writes one.
     *
     * @param headers more of them, and Content-Type if it is not plain text
     */
    public static byte[] answerTo(Mail mail, String from, String to, Map<String, Object> headers, String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("From", from);
        all.put("To", to);
        all.put("Subject", "Re: " + EncodedWords.encode(mail.subject()));
        all.put("Content-Type", "text/plain; charset=utf-8");
        all.putAll(headers);
        String head = all.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return (head + "\r\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a mail in; its id. */
    public synchronized String receive(String to, byte[] mail) {
        String id = "inbound" + received.incrementAndGet();
        mails.put(id, mail);
        events.add(event(id, to));
        return id;
    }

    /** The next event; nothing when there is none. */
    public synchronized Optional<Map<String, Object>> take() {
        return Optional.ofNullable(events.poll());
    }

    public synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** How many lie in the bucket. */
    public int size() {
        return mails.size();
    }

    /** An empty bucket again. */
    public synchronized void clear() {
        mails.clear();
        events.clear();
        received.set(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> event(String id, String to) {
        Map<String, Object> mail =
                Map.of("messageId", id, "timestamp", clock.instant().toString(), "destination", List.of(to));
        Map<String, Object> receipt = Map.of("recipients", List.of(to), "spamVerdict", PASSED, "virusVerdict", PASSED);
        return Map.of(
                "Records",
                List.of(Map.of(
                        "eventSource",
                        "aws:ses",
                        "eventVersion",
                        "1.0",
                        "ses",
                        Map.of("mail", mail, "receipt", receipt))));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestURI().getPath().substring(1);
            boolean isSigned = exchange.getRequestHeaders().containsKey("Authorization");
            boolean isRemoved = exchange.getRequestMethod().equals("DELETE");
            Optional<byte[]> mail = Optional.ofNullable(isRemoved && isSigned ? mails.remove(id) : mails.get(id));
            if (!isSigned) {
                exchange.sendResponseHeaders(403, -1);
            } else if (isRemoved) {
                exchange.sendResponseHeaders(204, -1);
            } else if (mail.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                // 0 would mean that its length is not known.
                exchange.sendResponseHeaders(200, mail.get().length == 0 ? -1 : mail.get().length);
                exchange.getResponseBody().write(mail.get());
            }
        }
    }
}
