package comeback.packing;

import comeback.packing.ClassPath.Found;
import java.io.ByteArrayInputStream;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes classes of lambdas and method references, which a JVM else makes when it first comes to each, in 0.15 to 0.25 ms of a
 * core: a start of {@code ingest} comes to some 600. They become nestmates of the class that they stand in, so that they reach
 * what it reaches. What serializes or has bridges stays as it is, and works as it did.
 */
final class LambdaClasses {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private static final Integer NO_FLAGS = 0;

    /**
     * Models of calls that no function makes, and SES's, of which one makes one. A start comes to few of their 4,000 lambdas,
     * and some zips would grow over 15 MB.
     */
    private static final Pattern KEPT = Pattern.compile("software/amazon/awssdk/services/(sesv2/"
            + "|dynamodb/model/\\w*(Backup|Global|Replica|Export|Import|Kinesis|Insights|Restore|Scaling|Policy|Limits|Tag|Statement)"
            + "|scheduler/model/\\w*(Group|Tag|Ecs|Sage|Kinesis|List))");

    /** Java 11's, the first with nestmates. */
    private static final int NESTS = ClassFile.JAVA_11_VERSION;

    private final SortedMap<String, Found> all;
    private final ClassFile classFile;
    private final SortedMap<String, byte[]> made = new TreeMap<>();
    private final Map<String, List<ClassDesc>> nests = new LinkedHashMap<>();

    private LambdaClasses(SortedMap<String, Found> all) {
        this.all = all;
        var resolver = ClassHierarchyResolver.ofResourceParsing(type -> {
            Found file = all.get(file(type));
            return file == null ? null : new ByteArrayInputStream(file.bytes());
        });
        classFile = ClassFile.of(
                ClassFile.DebugElementsOption.DROP_DEBUG,
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(resolver.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /**
     * These files, with classes where lambdas were.
     *
     * @param files by their names
     * @param all what they may refer to
     */
    static SortedMap<String, byte[]> in(SortedMap<String, Found> files, SortedMap<String, Found> all) {
        var classes = new LambdaClasses(all);
        files.forEach((name, file) -> classes.made.put(name, file.bytes()));
        files.forEach((name, file) -> {
            if (name.endsWith(".class")) {
                classes.rewrite(name, classes.classFile.parse(file.bytes()));
            }
        });
        classes.nests.forEach(classes::extendNest);
        return classes.made;
    }

    private void rewrite(String name, ClassModel model) {
        boolean keeps = KEPT.matcher(name).lookingAt();
        var lambdas = new LinkedHashMap<LambdaClass.Kind, LambdaClass>();
        ClassDesc self = model.thisClass().asSymbol();
        ClassTransform transform = ClassTransform.transformingMethodBodies((code, element) -> {
                    if (element instanceof InvokeDynamicInstruction call && !keeps && isPlainLambda(call, self)) {
                        replace(call, self, lambdas, code);
                    } else {
                        code.with(element);
                    }
                })
                .andThen(LambdaClasses::atLeastWithNests);
        try {
            made.put(name, classFile.transformClass(model, transform));
        } catch (IllegalArgumentException e) {
            // It refers to a library that is not there, which only some users of it have: it stays as it is.
            return;
        }
        ClassDesc host = model.findAttribute(Attributes.nestHost())
                .map(attribute -> attribute.nestHost().asSymbol())
                .orElse(self);
        int version = Math.max(NESTS, model.majorVersion());
        for (LambdaClass lambda : lambdas.values()) {
            made.put(file(lambda.type()), lambda.build(classFile, host, version));
            nests.computeIfAbsent(file(host), it -> new ArrayList<>()).add(lambda.type());
        }
    }

    private static void replace(
            InvokeDynamicInstruction call,
            ClassDesc self,
            Map<LambdaClass.Kind, LambdaClass> lambdas,
            CodeBuilder code) {
        var kind = new LambdaClass.Kind(
                call.name().stringValue(), (MethodTypeDesc) call.bootstrapArgs().get(0), call.typeSymbol());
        LambdaClass lambda = lambdas.computeIfAbsent(
                kind, it -> new LambdaClass(ClassDesc.of(self.packageName(), name(self) + "$$L" + lambdas.size()), it));
        lambda.add(handle(call), (MethodTypeDesc) call.bootstrapArgs().get(2)).accept(code);
    }

    private static DirectMethodHandleDesc handle(InvokeDynamicInstruction call) {
        return (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
    }

    /** Flags ask for more than a class of one method. */
    private boolean isPlainLambda(InvokeDynamicInstruction call, ClassDesc self) {
        DirectMethodHandleDesc factory = call.bootstrapMethod();
        if (!file(factory.owner()).equals(METAFACTORY + ".class")) {
            return false;
        }
        boolean plain = factory.methodName().equals("metafactory")
                || call.bootstrapArgs().get(3).equals(NO_FLAGS);
        return plain && isReachable(handle(call), self);
    }

    /** A method of its own, of the JDK's, of a neighbour's, or one that is public in itself: none that a subclass alone may call. */
    private boolean isReachable(DirectMethodHandleDesc method, ClassDesc self) {
        ClassDesc owner = method.owner();
        if (owner.equals(self)) {
            return true;
        }
        if (owner.isArray()) {
            return false;
        }
        Found file = all.get(file(owner));
        if (file == null || owner.packageName().equals(self.packageName())) {
            return true;
        }
        ClassModel model = classFile.parse(file.bytes());
        return isPublic(model.flags())
                && model.methods().stream().anyMatch(found -> isIt(found, method) && isPublic(found.flags()));
    }

    private static boolean isIt(MethodModel found, DirectMethodHandleDesc method) {
        return found.methodName().equalsString(method.methodName())
                && found.methodType().equalsString(method.lookupDescriptor());
    }

    private static boolean isPublic(AccessFlags flags) {
        return flags.has(AccessFlag.PUBLIC);
    }

    private void extendNest(String host, List<ClassDesc> added) {
        // With its constants as they are, its methods are copied and not written anew.
        ClassFile sharing = ClassFile.of();
        ClassModel model = sharing.parse(Objects.requireNonNull(made.get(host), host));
        var members = new ArrayList<ClassDesc>();
        model.findAttribute(Attributes.nestMembers())
                .ifPresent(nest -> nest.nestMembers().forEach(member -> members.add(member.asSymbol())));
        members.addAll(added);
        made.put(
                host,
                sharing.transformClass(
                        model,
                        ClassTransform.dropping(element -> element instanceof NestMembersAttribute)
                                .andThen(LambdaClasses::atLeastWithNests)
                                .andThen(ClassTransform.endHandler(
                                        type -> type.with(NestMembersAttribute.ofSymbols(members))))));
    }

    private static void atLeastWithNests(ClassBuilder type, ClassElement element) {
        if (element instanceof ClassFileVersion version && version.majorVersion() < NESTS) {
            type.withVersion(NESTS, 0);
        } else {
            type.with(element);
        }
    }

    /** As a class path names it. */
    private static String file(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }

    private static String name(ClassDesc type) {
        String file = file(type);
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
    }
}
