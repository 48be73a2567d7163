package comeback.event;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.News;
import comeback.flow.Review;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    @Test
    void flow_files_may_speak_of_every_event_there_is_and_of_no_other() {
        Set<String> types = records(Event.class)
                .filter(type -> type != Event.Unrecognised.class)
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        // A request that is still to be confirmed, and what follows from the stock when it is somebody's turn.
        types.add(StockRequestEvent.ASKED.replace(" ", "").toLowerCase(Locale.ROOT));
        Arrays.stream(News.values())
                .map(news -> news.event().replace(" ", "").toLowerCase(Locale.ROOT))
                .forEach(types::add);
        // What is in a word about marketing, whichever way it was said.
        types.addAll(Set.of("consentgiven", "consentwithdrawn", "consentasked", "consentconfirmed"));
        // What is in whatever tells their tier, and in whatever they do.
        types.addAll(Set.of("tierchanged", "engagementgrew"));
        // What the night finds out.
        Review.NAMES.forEach(name -> types.add(name.replace(" ", "").toLowerCase(Locale.ROOT)));

        assertThat(EventNames.ALL.stream().map(name -> name.replace(" ", "").toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventNamesTest::records);
    }
}
