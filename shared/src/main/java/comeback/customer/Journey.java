package comeback.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flow that runs for a customer.
 *
 * @param flow its name
 * @param version the flow file's version when the journey began
 * @param key what it runs for: an order, a cart, the customer
 * @param about what its letters show
 * @param isTrusted whether a secret key started it: only then may it send transactional mail
 * @param startedAt when it began
 * @param beginning what else was settled when it began
 * @param nextStep index of the step that comes next
 * @param since when the step before was done: what a wait counts from
 * @param sent how many messages it has given birth to
 * @param held whether the next step's message has been put off, by a cap or by quiet hours
 * @param heard the events that its flow listens to and that came since; one of each name
 */
public record Journey(
        String flow,
        String version,
        String key,
        About about,
        boolean isTrusted,
        Instant startedAt,
        Beginning beginning,
        int nextStep,
        Instant since,
        int sent,
        Optional<Held> held,
        List<Heard> heard) {
    /**
     * What stays as it was when a journey began.
     *
     * @param happenedAt when that happened which started it: what "after: start" counts from
     * @param run the how manieth time the flow runs for the same: 1 is the first
     * @param isHeldOut whether the customer gets none of its marketing, so that what it brings can be measured
     * @param order the order that it began with, if it was one: it is no purchase that came since
     */
    public record Beginning(Instant happenedAt, int run, boolean isHeldOut, Optional<OrderId> order) {
        /** One that no order began. */
        public Beginning(Instant happenedAt, int run, boolean isHeldOut) {
            this(happenedAt, run, isHeldOut, Optional.empty());
        }

        public Beginning {
            if (run < 1) {
                throw new IllegalArgumentException("the first run is 1");
            }
        }
    }

    /**
     * An event that came while the journey ran.
     *
     * @param event its canonical name
     * @param at when it first happened
     */
    public record Heard(String event, Instant at) {}

    public Journey {
        heard = List.copyOf(heard);
    }

    /** One that begins. */
    public static Journey begun(
            String flow, String version, String key, About about, boolean isTrusted, Instant now, Beginning beginning) {
        return new Journey(
                flow, version, key, about, isTrusted, now, beginning, 0, now, 0, Optional.empty(), List.of());
    }

    /** Whether both are for the same; for two people who turn out to be one, what is about the person is. */
    public boolean isSameAs(Journey other) {
        boolean isAboutPerson = about instanceof About.TheCustomer && other.about instanceof About.TheCustomer;
        return flow.equals(other.flow) && (isAboutPerson || key.equals(other.key));
    }

    /** The step is done, and that one comes next. */
    public Journey at(int step, Instant now) {
        return new Journey(
                flow, version, key, about, isTrusted, startedAt, beginning, step, now, sent, Optional.empty(), heard);
    }

    /** The sending step is done and gave birth to a message. */
    public Journey afterSending(Instant now) {
        return new Journey(
                flow,
                version,
                key,
                about,
                isTrusted,
                startedAt,
                beginning,
                nextStep + 1,
                now,
                sent + 1,
                Optional.empty(),
                heard);
    }

    /** The sending step is to be tried again then. */
    public Journey heldUntil(Instant until) {
        Held again = new Held(until, timesHeld() + 1);
        return new Journey(
                flow,
                version,
                key,
                about,
                isTrusted,
                startedAt,
                beginning,
                nextStep,
                since,
                sent,
                Optional.of(again),
                heard);
    }

    /** It has heard of an event: the first of a name counts, in whatever order they are reported. */
    public Journey hearing(String event, Instant at) {
        Instant first = heardAt(event).filter(at::isAfter).orElse(at);
        List<Heard> all = Stream.concat(
                        heard.stream().filter(known -> !known.event().equals(event)),
                        Stream.of(new Heard(event, first)))
                .toList();
        return new Journey(
                flow, version, key, about, isTrusted, startedAt, beginning, nextStep, since, sent, held, all);
    }

    /** When an event came, if it did. */
    public Optional<Instant> heardAt(String event) {
        return heard.stream()
                .filter(known -> known.event().equals(event))
                .map(Heard::at)
                .findFirst();
    }

    /** The same journey about more. */
    public Journey about(About changed) {
        return new Journey(
                flow, version, key, changed, isTrusted, startedAt, beginning, nextStep, since, sent, held, heard);
    }

    /** How often the next step has been put off. */
    public int timesHeld() {
        return held.map(Held::times).orElse(0);
    }
}
