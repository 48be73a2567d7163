package comeback.packing;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Objects;

/** How a value on the stack becomes one of another type where a lambda meets its interface: cast, boxed, unboxed or widened. */
final class Conversion {
    private static final Map<ClassDesc, ClassDesc> BOXES = Map.of(
            ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
            ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
            ConstantDescs.CD_char, ConstantDescs.CD_Character,
            ConstantDescs.CD_short, ConstantDescs.CD_Short,
            ConstantDescs.CD_int, ConstantDescs.CD_Integer,
            ConstantDescs.CD_long, ConstantDescs.CD_Long,
            ConstantDescs.CD_float, ConstantDescs.CD_Float,
            ConstantDescs.CD_double, ConstantDescs.CD_Double);

    private Conversion() {}

    /**
     * From one type to another.
     *
     * @param from what the stack holds
     * @param known what that is known to be, more exactly than {@code from} says
     */
    static void convert(CodeBuilder code, ClassDesc from, ClassDesc known, ClassDesc to) {
        if (from.isPrimitive() && to.isPrimitive()) {
            widen(code, from, to);
        } else if (from.isPrimitive()) {
            ClassDesc box = Objects.requireNonNull(BOXES.get(from));
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
        } else if (to.isPrimitive()) {
            ClassDesc box = BOXES.containsValue(known) ? known : Objects.requireNonNull(BOXES.get(to));
            cast(code, from, box);
            ClassDesc inside = inside(box);
            code.invokevirtual(box, inside.displayName() + "Value", MethodTypeDesc.of(inside));
            widen(code, inside, to);
        } else {
            cast(code, from, to);
        }
    }

    /** Takes a returned value off the stack that nobody asked for. */
    static void drop(CodeBuilder code, ClassDesc returned) {
        switch (TypeKind.from(returned).slotSize()) {
            case 1 -> code.pop();
            case 2 -> code.pop2();
            default -> {}
        }
    }

    private static void widen(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to)) {
            code.conversion(TypeKind.from(from), TypeKind.from(to));
        }
    }

    private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!to.equals(from) && !to.equals(ConstantDescs.CD_Object)) {
            code.checkcast(to);
        }
    }

    private static ClassDesc inside(ClassDesc box) {
        return BOXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(box))
                .map(Map.Entry::getKey)
                .findAny()
                .orElseThrow();
    }
}
