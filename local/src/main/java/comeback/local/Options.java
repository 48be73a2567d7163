package comeback.local;

import comeback.local.stores.StoresFile;
import comeback.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ./comeback local} was asked for.
 *
 * @param port on 127.0.0.1; 0 picks a free one
 * @param stores the shops
 * @param templates the folder of flows and letters
 * @param showsLogs whether what functions log is printed to standard error
 */
public record Options(int port, List<Store> stores, Path templates, boolean showsLogs) {
    private static final int PORT_DEFAULT = 8080;

    public Options {
        stores = List.copyOf(stores);
    }

    /** Asked for in a way that can't be understood; the message is one line for the person at the terminal. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String what) {
            super(what);
        }
    }

    /** The demo store and the project's flows, where nobody else is in the way. */
    public static Options onFreePort() {
        return new Options(0, StoresFile.demo(), projectsTemplates(), false);
    }

    /** The script says where the project lies, so that it can be called from anywhere. */
    private static Path projectsTemplates() {
        return Path.of(System.getProperty("comeback.home", "."), "templates");
    }

    /** Reads what follows the word "local". */
    static Options read(List<String> arguments) {
        int port = PORT_DEFAULT;
        List<Store> stores = List.of();
        Path templates = projectsTemplates();
        boolean showsLogs = false;
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--stores" -> stores = StoresFile.read(Path.of(value(option, rest)));
                case "--templates" -> templates = Path.of(value(option, rest));
                case "--logs" -> showsLogs = true;
                default ->
                    throw new Unclear("unknown option " + option
                            + "; there are --port NUMBER, --stores FILE, --templates DIR and --logs");
            }
        }
        if (!Files.isDirectory(templates)) {
            throw new Unclear("there is no folder " + templates + "; --templates DIR names it");
        }
        return new Options(port, stores.isEmpty() ? StoresFile.demo() : stores, templates, showsLogs);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Unclear(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new Unclear("--port " + text + ": expected a number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }
}
