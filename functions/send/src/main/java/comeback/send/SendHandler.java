package comeback.send;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import comeback.commit.DueItems.DueItem;
import comeback.json.Json;
import comeback.render.Letters;
import comeback.store.Sender;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoCoupons;
import comeback.table.DynamoMessages;
import comeback.table.DynamoOrders;
import comeback.table.DynamoReceipts;
import comeback.table.DynamoSendingAccount;
import comeback.table.DynamoSignIns;
import comeback.table.Keys;
import comeback.wiring.LogLine;
import comeback.wiring.PrintedFlags;
import comeback.wiring.Surroundings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Called with changes of the table in which a message is due (the event source's filter lets only those through). */
public final class SendHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    /** Asking SES may take ten seconds; who has less left leaves the message to the next call. */
    private static final int TIME_NEEDED_MILLIS = 20_000;

    private static final int OWNER_BYTES = 16;

    private final Sending sending;
    private final Optional<SignInMail> signIns;

    /** As Lambda makes it. */
    public SendHandler() {
        this(Surroundings.ofLambda());
    }

    private SendHandler(Surroundings lambda) {
        this(
                lambda,
                SesV2Client.builder()
                        .httpClient(lambda.http())
                        .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                        .build());
    }

    private SendHandler(Surroundings lambda, SesV2Client ses) {
        this(lambda, ses, new SesMailer(ses, lambda.need("CONFIGURATION_SET")));
    }

    private SendHandler(Surroundings lambda, SesV2Client ses, Mailer mailer) {
        this(
                ofLambda(lambda, ses, mailer),
                new SignInMail(
                        new DynamoSignIns(lambda.dynamo(), lambda.table()),
                        mailer,
                        () -> new Sender("Comeback", lambda.need("CONSOLE_SENDER"), Optional.empty()),
                        lambda.need("PUBLIC_URL"),
                        InstantSource.system()));
    }

    /** One for shoppers alone, where there is no console to sign in at. */
    public SendHandler(Sending sending) {
        this.sending = sending;
        this.signIns = Optional.empty();
    }

    public SendHandler(Sending sending, SignInMail signIns) {
        this.sending = sending;
        this.signIns = Optional.of(signIns);
    }

    private static Sending ofLambda(Surroundings lambda, SesV2Client ses, Mailer mailer) {
        Letters letters = Letters.read(lambda.templates());
        return new Sending(
                lambda.stores(),
                lambda.customers(),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new Truth(
                        new DynamoOrders(lambda.dynamo(), lambda.table()),
                        new DynamoCoupons(lambda.dynamo(), lambda.table()),
                        lambda.catalogue(),
                        new Shelves(lambda.catalogue(), lambda.waitingList()),
                        new DynamoBoughtTogether(lambda.dynamo(), lambda.table()),
                        new DynamoReceipts(lambda.dynamo(), lambda.table())),
                new Composer(
                        () -> letters,
                        lambda.need("PUBLIC_URL"),
                        Optional.ofNullable(lambda.environment().get("REPLY_DOMAIN"))),
                mailer,
                new Outlet(
                        new DynamoSendingAccount(lambda.dynamo(), lambda.table()),
                        new SesQuota(ses),
                        InstantSource.system()),
                new Comebacks(lambda.alarms(), InstantSource.system()),
                new PrintedFlags(System.out),
                InstantSource.system(),
                SendHandler::randomOwner);
    }

    /** Nothing random is drawn while wiring: every copy that starts from one snapshot would draw the same. */
    static String randomOwner() {
        byte[] random = new byte[OWNER_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (DynamodbStreamRecord record : event.getRecords()) {
            if (!isDone(record, context)) {
                failures.add(new BatchItemFailure(record.getDynamodb().getSequenceNumber()));
            }
        }
        return new StreamsEventResponse(failures);
    }

    /** Whether the record needs no further call. One that fails is reported alone, so that its neighbours go through. */
    private boolean isDone(DynamodbStreamRecord record, Context context) {
        var keys = record.getDynamodb().getKeys();
        String pk = requireNonNull(keys.get("pk")).getS();
        String sk = requireNonNull(keys.get("sk")).getS();
        Optional<String> signIn = Keys.signIn(pk, sk);
        if (signIn.isPresent()) {
            return isDone(signIn.get(), context);
        }
        Optional<DueItem> item = Keys.dueItem(pk, sk);
        if (item.isEmpty() || !(item.get() instanceof DueItem.OfMessage message)) {
            return true;
        }
        if (context.getRemainingTimeInMillis() < TIME_NEEDED_MILLIS) {
            return false;
        }
        try {
            String outcome = sending.send(message.store(), message.id());
            log(context, message, outcome);
            return true;
        } catch (RuntimeException e) {
            log(context, message, "failed: " + e);
            return false;
        }
    }

    /** What is not sent now is asked for again by whoever wants it, so a link never holds up the mail behind it. */
    private boolean isDone(String signIn, Context context) {
        String outcome;
        try {
            outcome = signIns.map(mail -> mail.send(signIn)).orElse("nobody signs in here");
        } catch (RuntimeException e) {
            outcome = "failed: " + e;
        }
        context.getLogger().log(LogLine.of(Json.print(Map.of("did", "sign-in", "outcome", outcome))));
        return true;
    }

    private static void log(Context context, DueItem.OfMessage message, String outcome) {
        context.getLogger()
                .log(LogLine.of(Json.print(Map.of(
                        "store",
                        message.store().value(),
                        "message",
                        message.id().value(),
                        "outcome",
                        outcome))));
    }
}
