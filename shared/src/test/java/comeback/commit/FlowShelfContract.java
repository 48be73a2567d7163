package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flow.Flow;
import comeback.flowfile.FlowFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link FlowShelf} that remembers does. */
public abstract class FlowShelfContract {
    private static final Flow CART =
            FlowFiles.read(Path.of("..", "templates")).named("cart").orElseThrow();

    protected abstract FlowShelf shelf();

    @Test
    void a_file_that_was_kept_comes_back_as_it_was() {
        FlowShelf shelf = shelf();

        shelf.keep(CART);
        shelf.keep(CART);

        assertThat(shelf.former("cart", CART.version())).contains(CART);
    }

    @Test
    void a_file_that_nobody_kept_is_not_there() {
        FlowShelf shelf = shelf();
        shelf.keep(CART);

        assertThat(shelf.former("cart", "other")).isEmpty();
        assertThat(shelf.former("welcome", CART.version())).isEmpty();
    }
}
