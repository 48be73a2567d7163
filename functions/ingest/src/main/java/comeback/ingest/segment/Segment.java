package comeback.ingest.segment;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.http.WriteKey;
import comeback.ingest.protocol.Call;
import comeback.ingest.protocol.Protocol;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Segment's clients speak, and RudderStack's and Jitsu's too. */
public final class Segment implements Protocol {
    @Override
    public List<String> paths() {
        return Stream.of(SegmentTarget.PATHS, SegmentTarget.PREFIXED, List.of(Pixel.PATH))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<Call> at(Request request) {
        return Pixel.at(request.path())
                .<Call>map(type -> new Pixel(type))
                .or(() -> SegmentTarget.at(request.path()).map(Posted::new));
    }

    /**
     * A message or a batch of them.
     *
     * @param target says which
     */
    private record Posted(SegmentTarget target) implements Call {
        @Override
        public Optional<String> key(Request request, Fields body) {
            return WriteKey.of(request, body);
        }

        @Override
        public Reading read(Fields body, KeyHolder sender, Instant receivedAt) {
            return SegmentReader.read(target, body, sender, receivedAt);
        }
    }
}
