package comeback.simulation.dynamo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Items by their key, and those that have the index's attributes in the index's order. */
final class Items {
    private static final Comparator<Place> ORDER = Comparator.comparing(
                    Place::dueAt, (one, other) -> one.comparedTo(other).orElseThrow())
            .thenComparing(Place::pk)
            .thenComparing(Place::sk);

    private final Layout layout;
    private final Map<String, NavigableMap<String, Map<String, Attribute>>> byKey = new HashMap<>();
    private final Map<String, NavigableMap<Place, Map<String, Attribute>>> indexed = new HashMap<>();

    /**
     * What things are called.
     *
     * @param pk of the table's key, a text
     * @param sk of the table's key, a text
     * @param index name of the one index, of which only keys are known
     * @param indexPk of its key, a text
     * @param indexSk of its key, a number
     */
    record Layout(String pk, String sk, String index, String indexPk, String indexSk) {}

    private record Place(Attribute dueAt, String pk, String sk) {}

    Items(Layout layout) {
        this.layout = layout;
    }

    void clear() {
        byKey.clear();
        indexed.clear();
    }

    /** Empty when there is none. */
    Map<String, Attribute> get(Map<String, Attribute> key) {
        return Optional.ofNullable(byKey.get(text(key, layout.pk())))
                .flatMap(those -> Optional.ofNullable(those.get(text(key, layout.sk()))))
                .orElse(Map.of());
    }

    /** In this place from now on; empty for none. */
    void set(Map<String, Attribute> key, Map<String, Attribute> item) {
        Map<String, Attribute> before = get(key);
        String pk = text(key, layout.pk());
        String sk = text(key, layout.sk());
        indexKey(before).ifPresent(part -> those(indexed, part, ORDER).remove(place(before)));
        if (item.isEmpty()) {
            those(byKey, pk, Comparator.naturalOrder()).remove(sk);
            return;
        }
        Map<String, Attribute> kept = Map.copyOf(item);
        those(byKey, pk, Comparator.naturalOrder()).put(sk, kept);
        indexKey(kept).ifPresent(part -> those(indexed, part, ORDER).put(place(kept), kept));
    }

    private static <K, V> NavigableMap<K, V> those(
            Map<String, NavigableMap<K, V>> all, String part, Comparator<? super K> order) {
        return all.computeIfAbsent(part, name -> new TreeMap<>(order));
    }

    private Optional<String> indexKey(Map<String, Attribute> item) {
        return item.containsKey(layout.indexPk()) && item.containsKey(layout.indexSk())
                ? Optional.of(text(item, layout.indexPk()))
                : Optional.empty();
    }

    private Place place(Map<String, Attribute> item) {
        Attribute dueAt = item.getOrDefault(layout.indexSk(), new Attribute("N", ""));
        return new Place(dueAt, text(item, layout.pk()), text(item, layout.sk()));
    }

    /** Of one part of the table, in the order of their keys. */
    List<Map<String, Attribute>> part(String pk) {
        return Optional.ofNullable(byKey.get(pk)).stream()
                .flatMap(those -> those.values().stream())
                .toList();
    }

    /** The keys of all whose content holds this word. */
    List<String> holding(String word) {
        return byKey.values().stream()
                .flatMap(those -> those.values().stream())
                .filter(item -> Attribute.written(item).toString().contains(word))
                .map(item -> text(item, layout.pk()) + "/" + text(item, layout.sk()))
                .sorted()
                .toList();
    }

    /** Of one part of the index, in its order: their keys. */
    List<Map<String, Attribute>> indexPart(String part) {
        List<Map<String, Attribute>> keys = new ArrayList<>();
        Optional.ofNullable(indexed.get(part))
                .ifPresent(those -> those.values().forEach(item -> keys.add(keyOf(item, true))));
        return keys;
    }

    /** What an item is found by. */
    Map<String, Attribute> keyOf(Map<String, Attribute> item, boolean isOfIndex) {
        Map<String, Attribute> key = new HashMap<>(item);
        List<String> names = isOfIndex
                ? List.of(layout.pk(), layout.sk(), layout.indexPk(), layout.indexSk())
                : List.of(layout.pk(), layout.sk());
        key.keySet().retainAll(names);
        return key;
    }

    private static String text(Map<String, Attribute> item, String name) {
        return Optional.ofNullable(item.get(name))
                .filter(value -> value.type().equals("S"))
                .map(value -> (String) value.content())
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refusal.invalid("One or more parameter values were invalid: Missing the key " + name
                        + " in the item, or it is no text, or empty"));
    }
}
