package comeback.render;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shape of what templates can name, read off the records themselves, so that the check cannot lag behind them. */
final class ModelTypes {
    /** Whatever a macro is given: the check cannot know its type. */
    static final Type ANYTHING = Object.class;

    private static final List<Class<?>> RECORDS = List.of(
            Palette.class,
            BrandView.class,
            CapsView.class,
            CustomerView.class,
            CartView.class,
            CouponView.class,
            LoyaltyView.class,
            DayView.class,
            OrderView.class,
            ShipmentView.class,
            ChangeView.class,
            ReceiptView.class,
            ReceiptView.TaxView.class,
            GoodsView.class,
            LineView.class,
            LinksView.class,
            SafeUrl.class);

    /** Worked out once: a letter asks hundreds of times, and reflection is slow. */
    private static final Map<Class<?>, Set<String>> COMPONENTS =
            RECORDS.stream().collect(Collectors.toUnmodifiableMap(type -> type, ModelTypes::names));

    private ModelTypes() {}

    /** Whether a template may read {@code $thing.name} of such a thing. */
    static boolean isComponent(Class<?> type, String name) {
        return COMPONENTS.getOrDefault(type, Set.of()).contains(name);
    }

    static Optional<Type> root(String name) {
        return component(LetterModel.class, name);
    }

    static Set<String> roots() {
        return names(LetterModel.class);
    }

    /** The type of {@code $thing.name}, or nothing when there is no such thing. */
    static Optional<Type> property(Type owner, String name) {
        if (owner.equals(ANYTHING)) {
            return RECORDS.stream()
                    .flatMap(type -> component(type, name).stream())
                    .findFirst()
                    .map(known -> ANYTHING);
        }
        return owner instanceof Class<?> type && type.isRecord() && RECORDS.contains(type)
                ? component(type, name)
                : Optional.empty();
    }

    /** What a loop over it finds, or nothing when it is no list. */
    static Optional<Type> element(Type list) {
        if (list.equals(ANYTHING)) {
            return Optional.of(ANYTHING);
        }
        return list instanceof ParameterizedType type && type.getRawType() == List.class
                ? Optional.of(type.getActualTypeArguments()[0])
                : Optional.empty();
    }

    /** "email, firstName": what could have been meant. */
    static String choices(Type owner) {
        return owner instanceof Class<?> type && type.isRecord() ? String.join(", ", names(type)) : "nothing";
    }

    private static Optional<Type> component(Class<?> type, String name) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getGenericType)
                .map(ModelTypes::present)
                .findFirst();
    }

    private static Type present(Type type) {
        return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                ? optional.getActualTypeArguments()[0]
                : type;
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
