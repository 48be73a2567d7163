package comeback.ingest.klaviyo;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.protocol.Answers;
import comeback.ingest.protocol.Call;
import comeback.ingest.protocol.Parts;
import comeback.ingest.protocol.Protocol;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageReader;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Klaviyo's clients speak. */
public final class Klaviyo implements Protocol {
    @Override
    public List<String> paths() {
        return Arrays.stream(Endpoint.values()).map(Endpoint::path).toList();
    }

    @Override
    public Optional<Call> at(Request request) {
        String path = request.path();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Endpoint.at(bare).map(Posted::new);
    }

    /**
     * A resource that is to be made.
     *
     * @param endpoint says which
     */
    private record Posted(Endpoint endpoint) implements Call {
        @Override
        public Optional<String> key(Request request, Fields body) {
            return KlaviyoKey.of(request);
        }

        @Override
        public Reading read(Fields body, KeyHolder sender, Instant receivedAt) {
            var reader = new MessageReader(sender, receivedAt);
            Fields data = body.objectOrEmpty("data");
            if (!body.has("data")) {
                body.refuse("data", "required: an object with type and attributes");
            }
            var parts = new Parts(body);
            switch (endpoint.holds()) {
                case EVENT -> parts.add(() -> read(reader, Metrics.message(attributes(data))));
                case EVENTS -> events(parts, reader, data);
                case PROFILE -> parts.add(() -> read(reader, Profiles.told(attributes(data))));
                case SUBSCRIPTION -> parts.add(() -> read(reader, Subscriptions.one(attributes(data))));
                case SUBSCRIPTIONS, UNSUBSCRIPTIONS -> profiles(parts, reader, attributes(data));
                case STOCK_REQUEST -> parts.add(() -> read(reader, StockRequests.message(data)));
            }
            return parts.reading();
        }

        /** Events by profile: each item is a profile with a list of its own. */
        private static void events(Parts parts, MessageReader reader, Fields data) {
            Fields bulk = attributes(data);
            for (Fields item :
                    parts.objects(inner(bulk, "events-bulk-create", "events_bulk_create"), "data", "profiles")) {
                Fields profile = attributes(item).objectOrEmpty("profile");
                Fields events = attributes(item).objectOrEmpty("events");
                for (Fields event : events.objects("data").orElse(List.of())) {
                    parts.add(() -> read(reader, Metrics.message(attributes(event), profile)));
                }
            }
        }

        private void profiles(Parts parts, MessageReader reader, Fields job) {
            boolean isWithdrawal = endpoint.holds() == Endpoint.Holds.UNSUBSCRIPTIONS;
            parts.each(
                    job.objectOrEmpty("profiles"),
                    "data",
                    "profiles",
                    profile -> read(
                            reader,
                            isWithdrawal
                                    ? Subscriptions.withdrawn(attributes(profile))
                                    : Subscriptions.given(attributes(profile), job)));
        }

        private static Fields inner(Fields fields, String name, String otherName) {
            return fields.objectOrEmpty(fields.has(name) ? name : otherName);
        }

        private static Optional<Read> read(MessageReader reader, Message message) {
            return reader.read(message, Optional.empty());
        }

        @Override
        public Answers answers() {
            return new KlaviyoAnswers(endpoint);
        }
    }

    static Fields attributes(Fields resource) {
        return resource.objectOrEmpty("attributes");
    }
}
