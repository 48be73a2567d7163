package comeback.local.emulator;

import comeback.table.TableContracts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table's contracts against the emulator. */
@EnabledIfEnvironmentVariable(named = "AWS_EMULATOR_IT", matches = "1")
class EmulatorTableTest extends TableContracts {
    private Emulator emulator;
    private String table = "none yet";

    @BeforeAll
    void start() {
        emulator = Emulator.start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Override
    protected DynamoDbClient dynamo() {
        return emulator.dynamo();
    }

    @Override
    protected String tableName() {
        return table;
    }

    /** Moto's are interleaved statement by statement: two who draw a number at once draw the same one. */
    @Override
    protected boolean keepsTransactionsApart() {
        return !Emulator.isMoto();
    }

    @Override
    protected void emptyTable() {
        table = emulator.emptyTable();
    }
}
