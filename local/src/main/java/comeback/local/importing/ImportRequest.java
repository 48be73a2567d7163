package comeback.local.importing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./comeback import} was asked for.
 *
 * @param file JSON lines, or a JSON list
 * @param endpoint the deployment's address
 * @param isPreview whether only to say what would follow
 * @param startsOverdue whether what the customers' silence has made due already may begin
 * @param from the first line to hand over, from one
 */
public record ImportRequest(Path file, URI endpoint, boolean isPreview, boolean startsOverdue, int from) {
    /** Said to who asked otherwise. */
    public static final String USAGE = "COMEBACK_SECRET_KEY=… ./comeback import FILE --endpoint URL [--preview]"
            + " [--start-overdue] [--from LINE]";

    /**
     * Reads what follows the word "import".
     *
     * @throws NotImported when it cannot be understood
     */
    public static ImportRequest read(List<String> words) {
        Optional<Path> file = Optional.empty();
        Optional<URI> endpoint = Optional.empty();
        boolean isPreview = false;
        boolean startsOverdue = false;
        int from = 1;
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            switch (word) {
                case "--endpoint" -> endpoint = Optional.of(address(value(word, rest)));
                case "--preview" -> isPreview = true;
                case "--start-overdue" -> startsOverdue = true;
                case "--from" -> from = line(value(word, rest));
                default -> {
                    if (word.startsWith("--") || file.isPresent()) {
                        throw new NotImported("usage: " + USAGE);
                    }
                    file = Optional.of(Path.of(word));
                }
            }
        }
        if (file.isEmpty() || endpoint.isEmpty()) {
            throw new NotImported("usage: " + USAGE);
        }
        return new ImportRequest(file.get(), endpoint.get(), isPreview, startsOverdue, from);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new NotImported(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int line(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new NotImported("--from " + text + ": expected the number of a line");
        }
        return Integer.parseInt(text);
    }

    /** The key goes along, so it goes encrypted, or not off this machine. */
    private static URI address(String text) {
        try {
            URI uri = URI.create(text);
            boolean isLocal = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLocal))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw unclear(text);
        }
        throw unclear(text);
    }

    private static NotImported unclear(String text) {
        return new NotImported("--endpoint " + text + ": expected an address that begins with https://");
    }
}
