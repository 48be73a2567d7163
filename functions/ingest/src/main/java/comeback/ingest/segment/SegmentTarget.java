package comeback.ingest.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is posted to a path of the Segment family. Its clients fix their paths, so we have all of them. */
public sealed interface SegmentTarget {
    /**
     * The body is one message.
     *
     * @param type said by the path
     */
    record One(MessageType type) implements SegmentTarget {}

    /** The body has a list "batch" of messages that say their types themselves. */
    record Batch() implements SegmentTarget {}

    /** For someone who posted elsewhere. */
    List<String> PATHS = Stream.of(
                    Arrays.stream(MessageType.values()).map(MessageType::word),
                    Arrays.stream(MessageType.values()).map(type -> type.word().substring(0, 1)),
                    Stream.of("batch", "b", "import"))
            .flatMap(words -> words.map(word -> "/v1/" + word))
            .toList();

    /** The same calls under other prefixes. */
    List<String> PREFIXED = List.of("/beacon/v1/{call}", "/api/s/{call}", "/api/s/s2s/{call}");

    /** The families' own prefixes, longest first: RudderStack's beacon, Jitsu on servers and in browsers, all others. */
    List<String> PREFIXES = List.of("/beacon/v1/", "/api/s/s2s/", "/api/s/", "/v1/");

    Set<String> BATCH_WORDS = Set.of("batch", "b", "import");

    /** What this path takes, with or without a slash at its end; nothing for a path of someone else. */
    static Optional<SegmentTarget> at(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PREFIXES.stream()
                .filter(bare::startsWith)
                .findFirst()
                .flatMap(prefix -> called(bare.substring(prefix.length())));
    }

    private static Optional<SegmentTarget> called(String word) {
        if (BATCH_WORDS.contains(word)) {
            return Optional.of(new Batch());
        }
        // The browser client abbreviates: /v1/t is /v1/track. No two types begin alike.
        return Arrays.stream(MessageType.values())
                .filter(type ->
                        type.word().equals(word) || type.word().substring(0, 1).equals(word))
                .findFirst()
                .map(One::new);
    }
}
