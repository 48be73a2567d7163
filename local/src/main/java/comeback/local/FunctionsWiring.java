package comeback.local;

import comeback.alarm.SchedulerAlarms;
import comeback.bus.BusHandler;
import comeback.commit.CachedStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.Flags;
import comeback.commit.NotingCustomers;
import comeback.commit.OrderBook;
import comeback.commit.StockRequests;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.console.ConsoleHandler;
import comeback.console.Watch;
import comeback.console.pages.Door;
import comeback.console.pages.LetterPages;
import comeback.console.pages.LookupPages;
import comeback.console.signin.Admins;
import comeback.count.CountHandler;
import comeback.count.Counting;
import comeback.experiment.Experiment;
import comeback.feedback.FeedbackHandler;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.http.Request;
import comeback.ingest.IngestHandler;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.importing.ImportPreview;
import comeback.local.aws.Aws;
import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import comeback.local.reload.Reloaded;
import comeback.nightly.NightlyHandler;
import comeback.nightly.Reconciling;
import comeback.nightly.SesSuppressionList;
import comeback.nightly.Stopping;
import comeback.render.Letters;
import comeback.reply.ReplyHandler;
import comeback.reply.S3ReceivedMails;
import comeback.reply.SesSupport;
import comeback.send.Comebacks;
import comeback.send.Composer;
import comeback.send.Outlet;
import comeback.send.SendHandler;
import comeback.send.Sending;
import comeback.send.SesMailer;
import comeback.send.SesQuota;
import comeback.send.Shelves;
import comeback.send.SignInMail;
import comeback.send.Truth;
import comeback.shopper.ShopperHandler;
import comeback.store.AdminKey;
import comeback.store.KeyHash;
import comeback.store.Sender;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.table.DynamoAuditTrail;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoCatalogue;
import comeback.table.DynamoConsentLedger;
import comeback.table.DynamoCoupons;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoEngagements;
import comeback.table.DynamoErasures;
import comeback.table.DynamoFlowShelf;
import comeback.table.DynamoMessages;
import comeback.table.DynamoOrders;
import comeback.table.DynamoReceipts;
import comeback.table.DynamoReconciliations;
import comeback.table.DynamoSendingAccount;
import comeback.table.DynamoSightings;
import comeback.table.DynamoSignIns;
import comeback.table.DynamoStores;
import comeback.table.DynamoTallies;
import comeback.table.DynamoTimelines;
import comeback.table.DynamoWaitingList;
import comeback.table.DynamoWaves;
import comeback.templates.Problem;
import comeback.wake.Judging;
import comeback.wake.Sweeper;
import comeback.wake.Waiting;
import comeback.wake.WakeHandler;
import comeback.wiring.PrintedDecisions;
import comeback.wiring.PrintedFlags;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The real functions. What each builds for itself in the cloud is built here once, on the same adapters, with another
 * clock and with templates that are read again when they change.
 */
public final class FunctionsWiring implements Wiring {
    /** Of this machine's own deployment; everyone knows it. */
    static final String ADMIN_KEY = "admin_demo";

    /** Who signs in as an admin here: whoever opens the mailbox on the page. */
    static final String ADMIN_ADDRESS = "admin@example.com";

    private final DynamoStores table;
    private final Functions functions;
    private final Reloaded<Flows> flows;
    private final Reloaded<Letters> letters;
    private Optional<Store> first = Optional.empty();

    public FunctionsWiring(Ground ground) {
        var dynamo = ground.aws().dynamo();
        var clock = ground.clock();
        flows = new Reloaded<>(ground.templates(), FlowFiles::read, ground.told());
        letters = new Reloaded<>(ground.templates(), Letters::read, ground.told());
        table = new DynamoStores(dynamo, Aws.TABLE);
        var stores = new CachedStores(table, clock);
        var customers = new DynamoCustomers(dynamo, Aws.TABLE);
        var messages = new DynamoMessages(dynamo, Aws.TABLE);
        var alarms = new SchedulerAlarms(
                ground.aws().scheduler(),
                new SchedulerAlarms.Destination(
                        Aws.SCHEDULE_GROUP, Aws.WAKE_ARN, Aws.SCHEDULER_ROLE_ARN, Aws.SCHEDULER_DLQ_ARN));
        var shelf = new DynamoFlowShelf(dynamo, Aws.TABLE, flows);
        var sightings = new DynamoSightings(dynamo, Aws.TABLE);
        var decisions = new CustomerDecisions(
                new NotingCustomers(customers, sightings),
                alarms,
                shelf,
                clock,
                new PrintedDecisions(ground.log()),
                new DynamoErasures(dynamo, Aws.TABLE));
        var catalogue = new DynamoCatalogue(dynamo, Aws.TABLE);
        var waiting = new DynamoWaitingList(dynamo, Aws.TABLE);
        var waves = new WaveWork(
                catalogue, waiting, sightings, new DynamoWaves(dynamo, Aws.TABLE), alarms, decisions, clock);
        var requests = new StockRequests(decisions, catalogue, waiting, waves, clock);
        // A line for each sweep would bury what matters, and here a sweep is five minutes of a clock that is turned.
        Flags flags = (message, now) -> new PrintedFlags(System.out).flagged(message, now);
        var together = new DynamoBoughtTogether(dynamo, Aws.TABLE);
        var happenings = new OrderBook(requests, together);
        var account = new DynamoSendingAccount(dynamo, Aws.TABLE);
        var dueItems = new DynamoDueItems(dynamo, Aws.TABLE);
        var engagements = new DynamoEngagements(dynamo, Aws.TABLE);
        var mailer = new SesMailer(ground.aws().ses(), Aws.CONFIGURATION_SET);
        var signIns = new DynamoSignIns(dynamo, Aws.TABLE);
        var sending = new Sending(
                stores,
                customers,
                messages,
                new Truth(
                        new DynamoOrders(dynamo, Aws.TABLE),
                        new DynamoCoupons(dynamo, Aws.TABLE),
                        catalogue,
                        new Shelves(catalogue, waiting),
                        together,
                        new DynamoReceipts(dynamo, Aws.TABLE)),
                new Composer(letters, ground.publicUrl().toString(), Optional.of(Aws.REPLY_DOMAIN)),
                mailer,
                new Outlet(account, new SesQuota(ground.aws().ses()), clock),
                new Comebacks(alarms, clock),
                flags,
                clock,
                () -> UUID.randomUUID().toString());
        var stocktaking = new Stocktaking(catalogue, waves, clock);
        var admin = new AdminKey(List.of(KeyHash.of(ADMIN_KEY)));
        functions = new Functions(
                new IngestHandler(
                        stores,
                        happenings,
                        stocktaking,
                        new CouponDesk(new DynamoCoupons(dynamo, Aws.TABLE), customers, clock),
                        new ImportPreview(customers, shelf, clock),
                        clock),
                new ShopperHandler(
                        stores,
                        customers,
                        decisions,
                        requests,
                        new DynamoOrders(dynamo, Aws.TABLE),
                        new DynamoReceipts(dynamo, Aws.TABLE),
                        new DynamoTimelines(dynamo, Aws.TABLE),
                        engagements,
                        clock),
                new ConsoleHandler(
                        admin,
                        Admins.of(ADMIN_ADDRESS),
                        signIns,
                        request -> shown(stores, request),
                        stores,
                        customers,
                        new DynamoTimelines(dynamo, Aws.TABLE),
                        new DynamoConsentLedger(dynamo, Aws.TABLE),
                        messages,
                        shelf,
                        new DynamoTallies(dynamo, Aws.TABLE),
                        table,
                        new DynamoAuditTrail(dynamo, Aws.TABLE),
                        new LookupPages(catalogue, waiting, new DynamoCoupons(dynamo, Aws.TABLE), clock),
                        new LetterPages(letters),
                        Watch.NOBODY,
                        () -> UUID.randomUUID().toString(),
                        clock),
                new WakeHandler(
                        stores,
                        decisions,
                        waves,
                        new Sweeper(
                                stores,
                                decisions,
                                waves,
                                messages,
                                dueItems,
                                new Judging(stores, decisions, engagements, clock),
                                flags,
                                clock),
                        // The local clock stands while a function works.
                        new Waiting(messages, dueItems, account, alarms, until -> {}, clock),
                        clock),
                new SendHandler(
                        sending,
                        new SignInMail(
                                signIns,
                                mailer,
                                this::sender,
                                ground.publicUrl().toString(),
                                clock)),
                new FeedbackHandler(stores, customers, messages, engagements, decisions, clock),
                new NightlyHandler(
                        stores,
                        decisions,
                        together,
                        dueItems,
                        new Reconciling(
                                stores,
                                table,
                                decisions,
                                new SesSuppressionList(ground.aws().ses()),
                                new DynamoReconciliations(dynamo, Aws.TABLE),
                                clock),
                        new Stopping(table, new DynamoTallies(dynamo, Aws.TABLE), shelf, clock),
                        clock),
                new BusHandler(stores, new OrderBook(decisions, together), stocktaking, clock),
                new CountHandler(
                        new Counting(
                                stores,
                                customers,
                                messages,
                                new DynamoTimelines(dynamo, Aws.TABLE),
                                new DynamoTallies(dynamo, Aws.TABLE),
                                clock),
                        Optional.empty()),
                new ReplyHandler(
                        stores,
                        customers,
                        messages,
                        new DynamoOrders(dynamo, Aws.TABLE),
                        decisions,
                        new S3ReceivedMails(
                                ground.aws().received().http(),
                                LocalAws.credentials(),
                                Aws.REGION,
                                ground.aws().received().bucket()),
                        new SesSupport(ground.aws().ses()),
                        Aws.REPLY_DOMAIN));
    }

    /** On this machine nobody needs to sign in: the store that is named, else the first. */
    private Door.Entry shown(Stores stores, Request request) {
        return request.queryParameter("store")
                .filter(id -> id.matches("[a-z0-9-]{1,40}"))
                .map(StoreId::new)
                .or(() -> first.map(Store::id))
                .flatMap(stores::find)
                .<Door.Entry>map(store -> new Door.Entry.Shown(store, Optional.empty()))
                .orElseGet(Door.Entry.NeedsKey::new);
    }

    /** The local SES is for the stores' domains alone. */
    private Sender sender() {
        String address = first.map(store -> store.sender().address()).orElse("console@example.com");
        return new Sender("Comeback", address, Optional.empty());
    }

    @Override
    public Functions functions() {
        return functions;
    }

    @Override
    public void save(List<Store> stores) {
        stores.forEach(table::save);
        first = stores.stream().findFirst();
    }

    @Override
    public boolean isTrying() {
        return flows.get().all().stream().anyMatch(Experiment::isIn);
    }

    @Override
    public List<Problem> problems() {
        return Stream.concat(flows.problems().stream(), letters.problems().stream())
                .distinct()
                .toList();
    }
}
