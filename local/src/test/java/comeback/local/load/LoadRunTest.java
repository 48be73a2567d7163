package comeback.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadRunTest {
    @Test
    void on_a_sale_day_no_letter_is_lost_and_those_of_orders_go_before_reminders() throws Exception {
        List<String> said = new ArrayList<>();

        System.setProperty("comeback.home", "..");
        try {
            LoadRun.run(4, said::add);
        } finally {
            System.clearProperty("comeback.home");
        }

        assertThat(said).hasSize(4);
        assertThat(said.get(2))
                .isEqualTo("nothing was lost: of 267 events came 80 welcomes and 27 confirmations, each once");
        assertThat(said.get(3))
                .startsWith("after SES had stopped for two hours, the letters of 20 orders went before those of");
    }
}
