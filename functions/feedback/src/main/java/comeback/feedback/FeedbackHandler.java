package comeback.feedback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.table.DynamoMessages;
import comeback.wiring.Surroundings;
import java.time.InstantSource;

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
                lambda.decisions(),
                InstantSource.system());
    }

    public FeedbackHandler(
            Stores stores, Customers customers, Messages messages, CustomerDecisions decisions, InstantSource clock) {
        this.reports = new SesReports(stores, customers, messages, decisions, clock);
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        String done = SesReport.read(event.getDetail()).map(reports::take).orElse("not about a mail of ours");
        context.getLogger().log("{\"sesEvent\":\"" + event.getDetailType() + "\",\"done\":\"" + done + "\"}");
        return done;
    }
}
