package comeback.ingest.cloudevents;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.http.WriteKey;
import comeback.ingest.protocol.Answers;
import comeback.ingest.protocol.Call;
import comeback.ingest.protocol.Parts;
import comeback.ingest.protocol.Protocol;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.ingest.segment.MessageReader;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** CloudEvents 1.0. The content type says in which of the three modes a request is. */
public final class CloudEvents implements Protocol {
    private static final String PATH = "/v1/cloudevents";

    private static final Answers ACCEPTED = new Answers() {
        @Override
        public Answer kept(List<Read> events, List<String> problems) {
            return Answers.super.kept(events, problems).withStatus(202);
        }
    };

    @Override
    public List<String> paths() {
        return List.of(PATH);
    }

    @Override
    public Optional<Call> at(Request request) {
        return request.path().equals(PATH) || request.path().equals(PATH + "/")
                ? Optional.of(new Posted(mode(request), request))
                : Optional.empty();
    }

    /** Where an event's attributes stand, and where its data. */
    private enum Mode {
        /** Attributes in headers, data in the body. */
        BINARY,
        /** Everything in one object. */
        STRUCTURED,
        /** A list of such objects. */
        BATCH
    }

    private static Mode mode(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/cloudevents-batch")) {
            return Mode.BATCH;
        }
        return type.startsWith("application/cloudevents") ? Mode.STRUCTURED : Mode.BINARY;
    }

    /**
     * One or more events.
     *
     * @param mode as the content type says
     * @param request has the attributes in its headers, if the mode is that
     */
    private record Posted(Mode mode, Request request) implements Call {
        @Override
        public Json.Parsed parsed(byte[] body) {
            return switch (mode) {
                case BINARY -> BinaryEvent.parsed(request, body);
                case STRUCTURED -> Json.parse(body);
                case BATCH -> Json.parseList(body, "events");
            };
        }

        /** The specification leaves keys to others, and names no place for them. */
        @Override
        public Optional<String> key(Request asked, Fields body) {
            return WriteKey.of(asked, Fields.of(Map.of()));
        }

        @Override
        public Reading read(Fields body, KeyHolder sender, Instant receivedAt) {
            var reader = new MessageReader(sender, receivedAt);
            if (mode != Mode.BATCH) {
                return Parts.one(body, () -> read(reader, body));
            }
            var parts = new Parts(body);
            parts.each(body, "events", "events", item -> read(reader, item));
            return parts.reading();
        }

        private static Optional<Read> read(MessageReader reader, Fields event) {
            return CloudEvent.message(event)
                    .flatMap(message -> reader.read(message, Optional.empty()))
                    .map(read -> new Read(read.event(), event.asMap()));
        }

        @Override
        public Answers answers() {
            return ACCEPTED;
        }
    }
}
