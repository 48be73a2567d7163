package comeback.simulation.wire;

import comeback.alarm.SchedulerAlarms;
import comeback.commit.TablePorts;
import comeback.send.SesMailer;
import comeback.send.SesQuota;
import comeback.simulation.dynamo.Table;
import comeback.simulation.edge.Edge;
import comeback.simulation.edge.Pacing;
import comeback.simulation.edge.Ports;
import comeback.simulation.edge.Seam;
import comeback.simulation.edge.Stockroom;
import comeback.simulation.edge.TypedAlarms;
import comeback.table.DynamoCatalogue;
import comeback.table.DynamoCoupons;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoErasures;
import comeback.table.DynamoMessages;
import comeback.table.DynamoOrders;
import comeback.table.DynamoSendingAccount;
import comeback.table.DynamoStores;
import comeback.table.DynamoTimelines;
import comeback.table.DynamoWaitingList;
import comeback.table.DynamoWaves;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The true seam: the adapters that the functions have in Lambda, over the real SDK. */
public final class SdkSeam {
    static final String TABLE = "comeback";

    private SdkSeam() {}

    /** template.yaml's table, with nothing in it. */
    static Table table(InstantSource clock, Table.Watcher watcher) {
        return new Table(TABLE, "pk", "sk", "due", "duePartition", "dueAt", clock, watcher);
    }

    /** An empty table, and nobody has sent anything. */
    public static Seam of(Seam.Parts parts) {
        Edge edge = parts.edge();
        Tap tap = new Tap(parts.seen(), edge.time());
        Table table = table(edge.time(), tap);
        DynamoDbClient direct = Clients.over(
                        new WireClient(Map.of("dynamodb", new DynamoWire(table, Optional.empty())), Passage.FREE))
                .dynamo();
        TablePorts truth = truth(direct, table);
        tap.reads(truth.messages());
        TypedAlarms schedules = new TypedAlarms(edge, parts.lambda());
        Clients clients = Clients.over(new WireClient(
                Map.of(
                        "dynamodb",
                        new DynamoWire(table, Optional.of(edge)),
                        "scheduler",
                        new SchedulerWire((name, at, input) -> schedules.create(name, name, at, input)),
                        "email",
                        new SesWire(
                                mail -> parts.account().take(mail, edge, parts.seen()),
                                () -> parts.account().quota(edge.time().instant()))),
                new HarmedPassage(edge, parts.dice())));
        return new Seam(ports(clients), truth, new DynamoWaitingList(direct, TABLE), table::holding);
    }

    private static TablePorts truth(DynamoDbClient direct, Table table) {
        return new TablePorts(
                new DynamoCustomers(direct, TABLE),
                new DynamoMessages(direct, TABLE),
                new DynamoOrders(direct, TABLE),
                new WholeIndex(table),
                new DynamoStores(direct, TABLE),
                new DynamoTimelines(direct, TABLE));
    }

    private static Ports ports(Clients clients) {
        DynamoDbClient dynamo = clients.dynamo();
        SchedulerAlarms alarms = new SchedulerAlarms(
                clients.scheduler(), new SchedulerAlarms.Destination("comeback", "wake", "scheduler", "lost-alarms"));
        return new Ports(
                new DynamoCustomers(dynamo, TABLE),
                new DynamoMessages(dynamo, TABLE),
                new DynamoOrders(dynamo, TABLE),
                new DynamoDueItems(dynamo, TABLE),
                new DynamoStores(dynamo, TABLE),
                new DynamoCoupons(dynamo, TABLE),
                new DynamoErasures(dynamo, TABLE),
                new Stockroom(
                        new DynamoCatalogue(dynamo, TABLE),
                        new DynamoWaitingList(dynamo, TABLE),
                        new DynamoWaves(dynamo, TABLE),
                        alarms),
                new Pacing(new DynamoSendingAccount(dynamo, TABLE), new SesQuota(clients.ses()), alarms),
                alarms,
                new SesMailer(clients.ses(), "comeback"));
    }
}
