package comeback.reply;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Messages;
import comeback.commit.Orders;
import comeback.commit.Stores;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.link.ReplyAddress;
import comeback.table.DynamoMessages;
import comeback.table.DynamoOrders;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Called by SES for a mail that came to the deployment's domain for answers, when the mail lies in the bucket. */
public final class ReplyHandler implements RequestHandler<Map<String, Object>, String> {
    private final Replying replying;

    /** As Lambda makes it. */
    public ReplyHandler() {
        this(Surroundings.ofLambda());
    }

    private ReplyHandler(Surroundings lambda) {
        this(
                lambda.stores(),
                lambda.customers(),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new DynamoOrders(lambda.dynamo(), lambda.table()),
                lambda.decisions(),
                new S3ReceivedMails(
                        lambda.http(),
                        DefaultCredentialsProvider.builder().build(),
                        lambda.need("AWS_REGION"),
                        URI.create(lambda.need("RECEIVED_MAILS"))),
                new SesSupport(SesV2Client.builder()
                        .httpClient(lambda.http())
                        .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                        .build()),
                lambda.need("REPLY_DOMAIN"));
    }

    /**
     * Makes it.
     *
     * @param domain at which letters are answered
     */
    public ReplyHandler(
            Stores stores,
            Customers customers,
            Messages messages,
            Orders orders,
            CustomerDecisions decisions,
            ReceivedMails mails,
            Support support,
            String domain) {
        this.replying = new Replying(stores, customers, messages, orders, decisions, mails, support, domain);
    }

    @Override
    public String handleRequest(Map<String, Object> event, Context context) {
        return ReceivedMail.read(event).stream()
                .map(replying::take)
                .map(taken -> told(taken, context))
                .collect(Collectors.joining(","));
    }

    /** One line of JSON: neither who wrote nor what. */
    private static String told(Replying.Taken taken, Context context) {
        String did = taken.what().name();
        context.getLogger()
                .log(LogLine.of(Json.print(new Tree()
                        .with("did", did)
                        .with("store", taken.letter().map(ReplyAddress::store).map(store -> store.value()))
                        .with(
                                "message",
                                taken.letter().map(ReplyAddress::message).map(message -> message.value()))
                        .toMap())));
        return did;
    }
}
