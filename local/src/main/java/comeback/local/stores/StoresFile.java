package comeback.local.stores;

import comeback.store.AccessKey;
import comeback.store.Store;
import comeback.templates.Problem;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        YamlObject root = YamlFile.read(file, yaml);
        root.refuseAllBut("stores");
        List<YamlObject> blocks = root.objects("stores");
        if (blocks.isEmpty() && root.problems().isEmpty()) {
            root.refuse("stores", "expected \"stores:\" with a list of at least one store");
        }
        var stores = new ArrayList<Store>();
        Set<String> taken = new HashSet<>();
        for (YamlObject block : blocks) {
            StoreReader.read(block).ifPresent(store -> {
                refuseTwins(store, block, taken);
                stores.add(store);
            });
        }
        if (!root.problems().isEmpty()) {
            throw new StoresFileInvalid(root.problems());
        }
        return stores;
    }

    /** Two stores with one id or one key would be one store to whoever posts. */
    private static void refuseTwins(Store store, YamlObject block, Set<String> taken) {
        if (!taken.add("id " + store.id())) {
            block.refuse("id", "there is a store \"" + store.id() + "\" above already");
        }
        for (AccessKey key : store.keys()) {
            if (!taken.add("key " + key.key())) {
                block.refuse("secretKeys", "the key \"" + key.key() + "\" stands in this file twice");
            }
        }
    }
}
