package comeback.commit;

import org.junit.jupiter.api.Nested;

class InMemoryTableTest {
    @Nested
    class AsCustomers extends CustomersContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsConsentLedger extends ConsentLedgerContract {
        private final InMemoryTable memory = new InMemoryTable();
        private final TablePorts table = memory.ports();

        @Override
        protected TablePorts table() {
            return table;
        }

        @Override
        protected ConsentLedger ledger() {
            return memory.ledger();
        }
    }

    @Nested
    class AsErasures extends ErasuresContract {
        private final InMemoryTable memory = new InMemoryTable();
        private final InMemoryWaves waves = new InMemoryWaves();
        private final TablePorts table = memory.ports();

        @Override
        protected TablePorts table() {
            return table;
        }

        @Override
        protected Erasures erasures() {
            return memory.erasures(waves);
        }

        @Override
        protected WaitingList waiting() {
            return waves;
        }

        @Override
        protected Sightings sightings() {
            return waves;
        }
    }

    @Nested
    class AsEngagements extends EngagementsContract {
        private final InMemoryTable memory = new InMemoryTable();
        private final TablePorts table = memory.ports();

        @Override
        protected TablePorts table() {
            return table;
        }

        @Override
        protected Engagements engagements() {
            return memory.engagements();
        }
    }

    @Nested
    class AsMessages extends MessagesContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsOrders extends OrdersContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsDueItems extends DueItemsContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsStores extends StoresContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsTimelines extends TimelinesContract {
        private final TablePorts table = new InMemoryTable().ports();

        @Override
        protected TablePorts table() {
            return table;
        }
    }

    @Nested
    class AsSendingAccount extends SendingAccountContract {
        @Override
        protected SendingAccount account() {
            return new InMemorySendingAccount();
        }
    }
}
