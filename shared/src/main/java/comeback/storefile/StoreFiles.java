package comeback.storefile;

import comeback.store.AccessKey;
import comeback.store.LinkSecrets;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.yaml.YamlFile;
import comeback.yaml.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads files of stores, and the settings of one. */
public final class StoreFiles {
    /** Stands for what a deployment may have already. */
    private static final Kept SOMETHING = new Kept("-".repeat(LinkSecrets.LENGTH_MIN), Map.of());

    private StoreFiles() {}

    /**
     * The stores of a file that holds all there is to know about them, keys and secrets too.
     *
     * @param file as it stands in messages
     * @throws StoresFileInvalid when it has a mistake
     */
    public static List<Store> stores(String file, String yaml) {
        return blocks(file, yaml, Optional.empty()).stream()
                .map(block -> block.settings().store())
                .toList();
    }

    /**
     * The stores of a file for a deployment, which may have their keys and secrets already.
     *
     * @throws StoresFileInvalid when it has a mistake
     */
    public static List<Written> written(String file, String yaml) {
        return blocks(file, yaml, Optional.of(SOMETHING));
    }

    /**
     * One store's settings.
     *
     * @param source as it stands in messages
     * @param id whose they are; they may say so too
     * @param kept what they may leave out
     * @throws StoresFileInvalid when there is a mistake in them
     */
    public static StoreSettings settings(String source, String yaml, StoreId id, Kept kept) {
        YamlObject block = YamlFile.read(source, yaml);
        Optional<StoreSettings> settings = StoreReader.read(block, Optional.of(id), Optional.of(kept));
        if (settings.isPresent() && !settings.get().store().id().equals(id)) {
            block.refuse("id", "these are settings of another store than \"" + id + "\"");
        }
        if (!block.problems().isEmpty()) {
            throw new StoresFileInvalid(block.problems());
        }
        return settings.orElseThrow();
    }

    /**
     * A store in a file.
     *
     * @param settings what it says
     * @param tree how it says it: blocks, lists and texts
     */
    public record Written(StoreSettings settings, Map<String, Object> tree) {}

    private static List<Written> blocks(String file, String yaml, Optional<Kept> kept) {
        YamlObject root = YamlFile.read(file, yaml);
        root.refuseAllBut("stores");
        List<YamlObject> blocks = root.objects("stores");
        if (blocks.isEmpty() && root.problems().isEmpty()) {
            root.refuse("stores", "expected \"stores:\" with a list of at least one store");
        }
        var stores = new ArrayList<Written>();
        Set<String> taken = new HashSet<>();
        for (YamlObject block : blocks) {
            StoreReader.read(block, Optional.empty(), kept).ifPresent(settings -> {
                refuseTwins(settings.store(), block, taken);
                stores.add(new Written(settings, block.tree()));
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
