package comeback.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.table.DynamoEngagements;
import comeback.table.DynamoMessages;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Optional;

/** Called with one SES event; {@code ScheduledEvent} is the library's type for every EventBridge event. */
public final class FeedbackHandler implements RequestHandler<ScheduledEvent, String> {
    private final SesReports reports;

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
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        Optional<SesTouch> touch = SesTouch.read(event.getDetail());
        if (touch.isPresent()) {
            // Machines touch a lot: no line of the log for it.
            return reports.take(touch.get()).name();
        }
        Optional<SesSubscription> chosen = SesSubscription.read(event.getDetail());
        if (chosen.isPresent()) {
            return told(event, reports.take(chosen.get()) ? "SUBSCRIPTION" : "unknown customer", context);
        }
        Optional<SesReport> report = SesReport.read(event.getDetail());
        Optional<Message> message = report.flatMap(reports::take);
        String done = report.map(known -> message.isPresent() ? known.kind().name() : "unknown message")
                .orElse("not about a mail of ours");
        if (done.equals(Feedback.Kind.SENT.name())) {
            context.getLogger().log(LogLine.of(sent(message.orElseThrow())));
            return done;
        }
        return told(event, done, context);
    }

    private static String told(ScheduledEvent event, String done, Context context) {
        context.getLogger()
                .log(LogLine.of("{\"sesEvent\":\"" + event.getDetailType() + "\",\"done\":\"" + done + "\"}"));
        return done;
    }

    /**
     * A line that a metric filter of template.yaml looks for, if somebody named a flow that sends every day; the dashboard
     * counts them by flow. A metric of our own for each flow would cost more in a month than all the lines.
     */
    private static String sent(Message message) {
        return Json.print(new Tree()
                .with("did", "sent")
                .with("store", message.store().value())
                .with("flow", message.flow())
                .with("message", message.id().value())
                .toMap());
    }
}
