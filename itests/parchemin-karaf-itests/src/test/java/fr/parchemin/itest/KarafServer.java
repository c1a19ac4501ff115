package fr.parchemin.itest;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Hands the running distribution to the tests that ask for a {@link Karaf}, and runs inside it the bodies marked {@link
 * InContainer}. The container starts with the first class that needs it and stops with the suite.
 */
final class KarafServer implements BeforeAllCallback, AfterAllCallback, ParameterResolver, InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(KarafServer.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Karaf karaf = karaf(context);
        String[] inside = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(InContainer.class))
                .map(Method::getName)
                .toArray(String[]::new);
        if (inside.length > 0) {
            karaf.installProbe(context.getRequiredTestClass(), inside);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        karaf(context).uninstallProbe();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        Method method = invocationContext.getExecutable();
        if (method.isAnnotationPresent(InContainer.class)) {
            invocation.skip();
            karaf(context).call(method.getName());
        } else {
            invocation.proceed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Karaf.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return karaf(context);
    }

    private static Karaf karaf(ExtensionContext context) {
        // In the root store, which closes what it holds when the whole suite is over.
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Karaf.class, type -> Karaf.boot(), Karaf.class);
    }
}
