package comeback.local;

import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A test world whose functions are those of {@link SmallShop}. */
final class SmallWorld implements AutoCloseable {
    private final AtomicReference<SmallShop> shop = new AtomicReference<>();
    private final TestWorld world;

    SmallWorld(String instant) {
        world = TestWorld.start(instant, new Options(0, StoresFile.demo(), Path.of("."), false), ground -> {
            shop.set(new SmallShop(ground));
            return shop();
        });
    }

    SmallShop shop() {
        return Objects.requireNonNull(shop.get());
    }

    TestWorld world() {
        return world;
    }

    HttpResponse<String> post(String path, String json) {
        return world.post(path, json);
    }

    HttpResponse<String> get(String path) {
        return world.get(path);
    }

    List<Mail> advance(Duration by) {
        return world.advance(by);
    }

    List<Mail> mailbox() {
        return world.mailbox();
    }

    Instant now() {
        return world.now();
    }

    @Override
    public void close() {
        world.close();
    }
}
