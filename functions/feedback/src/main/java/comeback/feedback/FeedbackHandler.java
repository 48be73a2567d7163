package comeback.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.table.DynamoEngagements;
import comeback.table.DynamoMessages;
import comeback.wiring.MetricLine;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Optional;

/** Called with one SES event; {@code ScheduledEvent} is the library's type for every EventBridge event. */
public final class FeedbackHandler implements RequestHandler<ScheduledEvent, String> {
    private final SesReports reports;
    private final InstantSource clock;

    /** As Lambda makes it. */
    public FeedbackHandler() {
        this(Surroundings.ofLambda());
    }

    private FeedbackHandler(Surroundings lambda) {
        this(
                lambda.stores(),
                lambda.customers(),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new DynamoEngagements(lambda.dynamo(), lambda.table()),
                lambda.decisions(),
                InstantSource.system());
    }

    public FeedbackHandler(
            Stores stores,
            Customers customers,
            Messages messages,
            Engagements engagements,
            CustomerDecisions decisions,
            InstantSource clock) {
        this.reports = new SesReports(stores, customers, messages, engagements, decisions, clock);
        this.clock = clock;
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        Optional<SesTouch> touch = SesTouch.read(event.getDetail());
        if (touch.isPresent()) {
            // Machines touch a lot: no line of the log for it.
            return reports.take(touch.get()).name();
        }
        Optional<SesReport> report = SesReport.read(event.getDetail());
        Optional<Message> message = report.flatMap(reports::take);
        String done = report.map(known -> message.isPresent() ? known.kind().name() : "unknown message")
                .orElse("not about a mail of ours");
        context.getLogger()
                .log(
                        done.equals(Feedback.Kind.SENT.name())
                                ? sent(message.orElseThrow())
                                : "{\"sesEvent\":\"" + event.getDetailType() + "\",\"done\":\"" + done + "\"}");
        return done;
    }

    /**
     * A metric by flow: is one silent that sends every day? What arrives and what comes back SES counts itself, and what
     * needs no metric of ours needs not be paid for.
     */
    private String sent(Message message) {
        return new MetricLine()
                .count("Sent", 1)
                .onlyBy("flow", message.flow())
                .with("store", message.store().value())
                .with("message", message.id().value())
                .at(clock.instant());
    }
}
