package comeback.local.contracts;

import comeback.commit.ConsentLedger;
import comeback.commit.ConsentLedgerContract;
import comeback.commit.Coupons;
import comeback.commit.CouponsContract;
import comeback.commit.CustomersContract;
import comeback.commit.DueItemsContract;
import comeback.commit.Erasures;
import comeback.commit.ErasuresContract;
import comeback.commit.MessagesContract;
import comeback.commit.OrdersContract;
import comeback.commit.Receipts;
import comeback.commit.ReceiptsContract;
import comeback.commit.SendingAccount;
import comeback.commit.SendingAccountContract;
import comeback.commit.StoreRegister;
import comeback.commit.StoreRegisterContract;
import comeback.commit.Stores;
import comeback.commit.StoresContract;
import comeback.commit.TablePorts;
import comeback.commit.TimelinesContract;
import comeback.commit.WaitingList;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.DynamoConsentLedger;
import comeback.table.DynamoCoupons;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoErasures;
import comeback.table.DynamoMessages;
import comeback.table.DynamoOrders;
import comeback.table.DynamoReceipts;
import comeback.table.DynamoSendingAccount;
import comeback.table.DynamoStores;
import comeback.table.DynamoTimelines;
import comeback.table.DynamoWaitingList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table's adapters, through the real SDK client, against DynamoDB Local. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoPortsTest {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterAll
    void stop() {
        world.close();
    }

    private TablePorts ports() {
        DynamoDbClient dynamo = world.inside().aws().dynamo();
        return new TablePorts(
                new DynamoCustomers(dynamo, Aws.TABLE),
                new DynamoMessages(dynamo, Aws.TABLE),
                new DynamoOrders(dynamo, Aws.TABLE),
                new DynamoDueItems(dynamo, Aws.TABLE),
                new DynamoStores(dynamo, Aws.TABLE),
                new DynamoTimelines(dynamo, Aws.TABLE));
    }

    @Nested
    class AsCustomers extends CustomersContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsConsentLedger extends ConsentLedgerContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected ConsentLedger ledger() {
            return new DynamoConsentLedger(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }

    @Nested
    class AsErasures extends ErasuresContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected Erasures erasures() {
            return new DynamoErasures(world.inside().aws().dynamo(), Aws.TABLE);
        }

        @Override
        protected WaitingList waiting() {
            return new DynamoWaitingList(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }

    @Nested
    class AsMessages extends MessagesContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsReceipts extends ReceiptsContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected Receipts receipts() {
            return new DynamoReceipts(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }

    @Nested
    class AsCoupons extends CouponsContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }

        @Override
        protected Coupons coupons() {
            return new DynamoCoupons(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }

    @Nested
    class AsOrders extends OrdersContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsDueItems extends DueItemsContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsStores extends StoresContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsStoreRegister extends StoreRegisterContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected StoreRegister register() {
            return new DynamoStores(world.inside().aws().dynamo(), Aws.TABLE);
        }

        @Override
        protected Stores stores() {
            return new DynamoStores(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }

    @Nested
    class AsTimelines extends TimelinesContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected TablePorts table() {
            return ports();
        }
    }

    @Nested
    class AsSendingAccount extends SendingAccountContract {
        @BeforeEach
        void emptyTable() {
            world.inside().reset();
        }

        @Override
        protected SendingAccount account() {
            return new DynamoSendingAccount(world.inside().aws().dynamo(), Aws.TABLE);
        }
    }
}
