package comeback.render;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * What a template may touch: the components of this package's public records, the words, and whether a list or text is
 * empty. Nothing else of Java, and nothing may be changed. Public because Velocity builds it by name.
 */
public final class ModelOnly extends UberspectImpl {
    static final Set<String> WORDS = Set.of("get", "count", "when");
    static final Set<String> SIZES = Set.of("isEmpty", "size");
    static final Set<String> LOOP = Set.of("index", "count", "hasNext", "first", "last");

    @Override
    public @Nullable VelMethod getMethod(Object target, String method, Object[] arguments, Info at) {
        boolean isAllowed = (target instanceof Words && WORDS.contains(method))
                || (target instanceof List<?> && SIZES.contains(method));
        return isAllowed ? super.getMethod(target, method, arguments, at) : null;
    }

    @Override
    public @Nullable VelPropertyGet getPropertyGet(Object target, String name, Info at) {
        boolean isAllowed = ModelTypes.isComponent(target.getClass(), name)
                || (target instanceof ForeachScope && LOOP.contains(name));
        return isAllowed ? super.getPropertyGet(target, name, at) : null;
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(Object target, String name, Object value, Info at) {
        return null;
    }

    @Override
    public Iterator<?> getIterator(Object target, Info at) {
        return target instanceof List<?> list ? list.iterator() : Collections.emptyIterator();
    }
}
