package comeback.local.contracts;

import comeback.commit.Catalogue;
import comeback.commit.CatalogueContract;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.table.DynamoCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Products in DynamoDB Local, through the real SDK client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoCatalogueTest extends CatalogueContract {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterAll
    void stop() {
        world.close();
    }

    @BeforeEach
    void emptyTable() {
        world.inside().reset();
    }

    @Override
    protected Catalogue catalogue() {
        return new DynamoCatalogue(world.inside().aws().dynamo(), Aws.TABLE);
    }
}
