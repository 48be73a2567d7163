package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.AuditTrail;
import comeback.commit.AuditTrailContract;
import comeback.commit.BoughtTogether;
import comeback.commit.BoughtTogetherContract;
import comeback.commit.Catalogue;
import comeback.commit.CatalogueContract;
import comeback.commit.ConsentLedger;
import comeback.commit.ConsentLedgerContract;
import comeback.commit.Coupons;
import comeback.commit.CouponsContract;
import comeback.commit.CustomersContract;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.commit.DueItemsContract;
import comeback.commit.Engagements;
import comeback.commit.EngagementsContract;
import comeback.commit.Erasures;
import comeback.commit.ErasuresContract;
import comeback.commit.FlowShelf;
import comeback.commit.FlowShelfContract;
import comeback.commit.MessagesContract;
import comeback.commit.OrdersContract;
import comeback.commit.Receipts;
import comeback.commit.ReceiptsContract;
import comeback.commit.Reconciliations;
import comeback.commit.ReconciliationsContract;
import comeback.commit.Samples;
import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Circuit;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.SendingAccountContract;
import comeback.commit.Sightings;
import comeback.commit.SightingsContract;
import comeback.commit.SignIns;
import comeback.commit.SignInsContract;
import comeback.commit.StoreRegister;
import comeback.commit.StoreRegisterContract;
import comeback.commit.Stores;
import comeback.commit.StoresContract;
import comeback.commit.TablePorts;
import comeback.commit.Tallies;
import comeback.commit.TalliesContract;
import comeback.commit.TimelinesContract;
import comeback.commit.WaitingList;
import comeback.commit.Waves;
import comeback.commit.WavesContract;
import comeback.flow.Flows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every contract of the table, for the real adapters through the real SDK client. Who extends it says what answers them:
 * DynamoDB Local, an emulator in a container, or the simulator's own table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TableContracts {
    protected abstract DynamoDbClient dynamo();

    protected abstract String tableName();

    /** From now on the table holds nothing. */
    protected abstract void emptyTable();

    /** Whether transactions that come at once are kept apart, as AWS does. */
    protected boolean keepsTransactionsApart() {
        return true;
    }

    private TablePorts ports() {
        return new TablePorts(
                new DynamoCustomers(dynamo(), tableName()),
                new DynamoMessages(dynamo(), tableName()),
                new DynamoOrders(dynamo(), tableName()),
                new DynamoDueItems(dynamo(), tableName()),
                new DynamoStores(dynamo(), tableName()),
                new DynamoTimelines(dynamo(), tableName()));
    }

    @Nested
    class AsCustomers extends CustomersContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsConsentLedger extends ConsentLedgerContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected ConsentLedger ledger() {
            return new DynamoConsentLedger(dynamo(), tableName());
        }
    }

    @Nested
    class AsErasures extends ErasuresContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected Erasures erasures() {
            return new DynamoErasures(dynamo(), tableName());
        }

        @Override
        protected WaitingList waiting() {
            return new DynamoWaitingList(dynamo(), tableName());
        }

        @Override
        protected Sightings sightings() {
            return new DynamoSightings(dynamo(), tableName());
        }
    }

    @Nested
    class AsTallies extends TalliesContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected Tallies tallies() {
            return new DynamoTallies(dynamo(), tableName());
        }
    }

    @Nested
    class AsSightings extends SightingsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected Sightings sightings() {
            return new DynamoSightings(dynamo(), tableName());
        }
    }

    @Nested
    class AsEngagements extends EngagementsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected Engagements engagements() {
            return new DynamoEngagements(dynamo(), tableName());
        }
    }

    @Nested
    class AsMessages extends MessagesContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsReceipts extends ReceiptsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected Receipts receipts() {
            return new DynamoReceipts(dynamo(), tableName());
        }

        @Override
        protected boolean keepsTransactionsApart() {
            return TableContracts.this.keepsTransactionsApart();
        }
    }

    @Nested
    class AsCoupons extends CouponsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected Coupons coupons() {
            return new DynamoCoupons(dynamo(), tableName());
        }
    }

    @Nested
    class AsOrders extends OrdersContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsDueItems extends DueItemsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsStores extends StoresContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsStoreRegister extends StoreRegisterContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected StoreRegister register() {
            return new DynamoStores(dynamo(), tableName());
        }

        @Override
        protected Stores stores() {
            return new DynamoStores(dynamo(), tableName());
        }
    }

    @Nested
    class AsAuditTrail extends AuditTrailContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected StoreRegister register() {
            return new DynamoStores(dynamo(), tableName());
        }

        @Override
        protected AuditTrail audit() {
            return new DynamoAuditTrail(dynamo(), tableName());
        }
    }

    @Nested
    class AsSignIns extends SignInsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected SignIns signIns() {
            return new DynamoSignIns(dynamo(), tableName());
        }

        @Override
        protected AuditTrail audit() {
            return new DynamoAuditTrail(dynamo(), tableName());
        }
    }

    @Nested
    class AsTimelines extends TimelinesContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsSendingAccount extends SendingAccountContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected SendingAccount account() {
            return new DynamoSendingAccount(dynamo(), tableName());
        }

        @Test
        void failure_mode_9_what_was_written_in_another_table_was_restored_and_nothing_may_go_until_a_person_says_so() {
            SendingAccount account = account();
            account.keep(new Quota(14, 50_000, 0, Samples.NOW));
            assertThat(account.look().stop()).isEmpty();

            home("comeback-then");
            assertThat(account.look().stop().map(Circuit::cause)).contains(Circuit.Cause.RESTORED);
            account.keep(new Quota(14, 50_000, 0, Samples.NOW.plusSeconds(300)));
            assertThat(account.look().isStopped()).isTrue();

            home(tableName());
            assertThat(account.look().isStopped()).isFalse();
        }

        private void home(String table) {
            dynamo().updateItem(request -> request.tableName(tableName())
                    .key(Keys.sendingAccount())
                    .updateExpression("SET home = :table")
                    .expressionAttributeValues(Map.of(":table", AttributeValue.fromS(table))));
        }
    }

    @Nested
    class AsReconciliations extends ReconciliationsContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected Reconciliations reconciliations() {
            return new DynamoReconciliations(dynamo(), tableName());
        }
    }

    @Nested
    class AsCatalogue extends CatalogueContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected Catalogue catalogue() {
            return new DynamoCatalogue(dynamo(), tableName());
        }
    }

    @Nested
    class AsWaves extends WavesContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected WaitingList list() {
            return new DynamoWaitingList(dynamo(), tableName());
        }

        @Override
        protected Waves waves() {
            return new DynamoWaves(dynamo(), tableName());
        }
    }

    @Nested
    class AsBoughtTogether extends BoughtTogetherContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected BoughtTogether together() {
            return new DynamoBoughtTogether(dynamo(), tableName());
        }

        @Override
        protected List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
            return ports().dueItems().before(queue, partition, time, limit);
        }
    }

    @Nested
    class AsFlowShelf extends FlowShelfContract {
        @BeforeEach
        void empty() {
            emptyTable();
        }

        @Override
        protected FlowShelf shelf() {
            return new DynamoFlowShelf(dynamo(), tableName(), () -> new Flows(List.of()));
        }
    }
}
