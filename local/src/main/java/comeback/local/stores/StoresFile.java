package comeback.local.stores;

import comeback.store.Store;
import comeback.storefile.StoreFiles;
import comeback.storefile.StoresFileInvalid;
import comeback.templates.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the stores file. {@code demo-stores.yaml} shows every setting, with what it is for. */
public final class StoresFile {
    private static final String DEMO = "/comeback/local/demo-stores.yaml";

    private StoresFile() {}

    /**
     * The stores of a file.
     *
     * @throws StoresFileInvalid when it is missing, unreadable or has a mistake
     */
    public static List<Store> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new StoresFileInvalid(List.of(new Problem(
                    file.toString(), 1, "cannot be read: " + e.getClass().getSimpleName())));
        }
    }

    /** The demo store. */
    public static List<Store> demo() {
        try (InputStream in = StoresFile.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IllegalStateException(DEMO + " is missing");
            }
            return parse("demo-stores.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEMO, e);
        }
    }

    static List<Store> parse(String file, String yaml) {
        return StoreFiles.stores(file, yaml);
    }
}
