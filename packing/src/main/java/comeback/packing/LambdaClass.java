package comeback.packing;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One class for all lambdas of a class that are of one interface and hold values of the same types: which of them an object is,
 * its last field tells. A class of its own for each would make the zip half as large again.
 */
final class LambdaClass {
    private static final String MAKE = "of";

    private final ClassDesc type;
    private final Kind kind;
    private final List<ClassDesc> fields;
    private final MethodTypeDesc maker;
    private final List<Body> bodies = new ArrayList<>();

    /**
     * What lambdas of one class have in common.
     *
     * @param method the name of the interface's method
     * @param erased its type, as the interface declares it
     * @param call from the values that are held to the interface
     */
    record Kind(String method, MethodTypeDesc erased, MethodTypeDesc call) {}

    /**
     * What one of them does.
     *
     * @param calls the method
     * @param checked the type of the interface's method, as its user knows it
     */
    private record Body(DirectMethodHandleDesc calls, MethodTypeDesc checked) {}

    LambdaClass(ClassDesc type, Kind kind) {
        this.type = type;
        this.kind = kind;
        fields = new ArrayList<>(kind.call().parameterList());
        fields.add(CD_int);
        maker = MethodTypeDesc.of(kind.call().returnType(), fields);
    }

    ClassDesc type() {
        return type;
    }

    /** Takes one up; returns the code that makes it of the held values, which lie on the stack. */
    Consumer<CodeBuilder> add(DirectMethodHandleDesc calls, MethodTypeDesc checked) {
        int which = bodies.size();
        bodies.add(new Body(calls, checked));
        return code -> code.loadConstant(which).invokestatic(type, MAKE, maker);
    }

    byte[] build(ClassFile classFile, ClassDesc host, int version) {
        return classFile.build(type, made -> {
            made.withVersion(version, 0)
                    .withFlags(AccessFlag.FINAL, AccessFlag.SUPER, AccessFlag.SYNTHETIC)
                    .withInterfaceSymbols(kind.call().returnType())
                    .with(NestHostAttribute.of(host));
            for (int field = 0; field < fields.size(); field++) {
                made.withField(name(field), fields.get(field), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            }
            made.withMethodBody(INIT_NAME, maker.changeReturnType(CD_void), ClassFile.ACC_PRIVATE, this::construct);
            made.withMethodBody(MAKE, maker, ClassFile.ACC_STATIC, this::make);
            made.withMethodBody(kind.method(), kind.erased(), ClassFile.ACC_PUBLIC, this::choose);
        });
    }

    private void construct(CodeBuilder code) {
        code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
        for (int field = 0; field < fields.size(); field++) {
            ClassDesc held = fields.get(field);
            code.aload(0)
                    .loadLocal(TypeKind.from(held), code.parameterSlot(field))
                    .putfield(type, name(field), held);
        }
        code.return_();
    }

    private void make(CodeBuilder code) {
        code.new_(type).dup();
        for (int field = 0; field < fields.size(); field++) {
            code.loadLocal(TypeKind.from(fields.get(field)), code.parameterSlot(field));
        }
        code.invokespecial(type, INIT_NAME, maker.changeReturnType(CD_void)).areturn();
    }

    private void choose(CodeBuilder code) {
        if (bodies.size() == 1) {
            run(bodies.getFirst(), code);
            return;
        }
        List<Label> labels = bodies.stream().map(body -> code.newLabel()).toList();
        var cases = new ArrayList<SwitchCase>();
        for (int which = 1; which < labels.size(); which++) {
            cases.add(SwitchCase.of(which, labels.get(which)));
        }
        code.aload(0).getfield(type, name(fields.size() - 1), CD_int).tableswitch(labels.getFirst(), cases);
        for (int which = 0; which < labels.size(); which++) {
            code.labelBinding(labels.get(which));
            run(bodies.get(which), code);
        }
    }

    /** Calls the method with the held values and then its own parameters, and returns what it returns. */
    private void run(Body body, CodeBuilder code) {
        DirectMethodHandleDesc method = body.calls();
        MethodTypeDesc called = MethodTypeDesc.ofDescriptor(method.lookupDescriptor());
        var wanted = new ArrayList<>(called.parameterList());
        switch (method.kind()) {
            case CONSTRUCTOR -> code.new_(method.owner()).dup();
            case VIRTUAL, SPECIAL, INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> wanted.addFirst(method.owner());
            default -> {}
        }
        int held = kind.call().parameterCount();
        for (int field = 0; field < held; field++) {
            ClassDesc value = fields.get(field);
            code.aload(0).getfield(type, name(field), value);
            Conversion.convert(code, value, value, wanted.get(field));
        }
        for (int parameter = 0; parameter < kind.erased().parameterCount(); parameter++) {
            ClassDesc given = kind.erased().parameterType(parameter);
            code.loadLocal(TypeKind.from(given), code.parameterSlot(parameter));
            Conversion.convert(code, given, body.checked().parameterType(parameter), wanted.get(held + parameter));
        }
        ClassDesc returned = call(method, called, code);
        ClassDesc returns = kind.erased().returnType();
        if (returns.equals(CD_void)) {
            Conversion.drop(code, returned);
        } else {
            Conversion.convert(code, returned, body.checked().returnType(), returns);
        }
        code.return_(TypeKind.from(returns));
    }

    private static ClassDesc call(DirectMethodHandleDesc method, MethodTypeDesc called, CodeBuilder code) {
        ClassDesc owner = method.owner();
        String name = method.methodName();
        switch (method.kind()) {
            case CONSTRUCTOR -> {
                code.invokespecial(owner, INIT_NAME, called.changeReturnType(CD_void));
                return owner;
            }
            case STATIC -> code.invokestatic(owner, name, called, false);
            case INTERFACE_STATIC -> code.invokestatic(owner, name, called, true);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(owner, name, called);
            // Also what is private: a nestmate calls it by its own class, so that no subclass's comes instead.
            case VIRTUAL, SPECIAL -> code.invokevirtual(owner, name, called);
            default -> throw new IllegalStateException("no lambda calls this: " + method);
        }
        return called.returnType();
    }

    private static String name(int field) {
        return "v" + field;
    }
}
