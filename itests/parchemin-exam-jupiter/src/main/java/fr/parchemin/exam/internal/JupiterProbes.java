package fr.parchemin.exam.internal;

import java.lang.reflect.InvocationTargetException;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;

/**
 * Runs a test method inside the container by plain reflection. Pax Exam comes with a driver for JUnit 4 only; Jupiter
 * itself stays in the JVM of the tests, where an extension hands the bodies over.
 */
@Component(property = "driver=jupiter")
public final class JupiterProbes implements ProbeInvokerFactory {

    @Override
    public ProbeInvoker createProbeInvoker(Object context, String expression) {
        BundleContext probe = (BundleContext) context;
        String[] classAndMethod = expression.split(";");
        return args -> invoke(probe, classAndMethod[0], classAndMethod[1]);
    }

    private static void invoke(BundleContext probe, String className, String methodName) {
        try {
            Class<?> type = probe.getBundle().loadClass(className);
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var method = type.getDeclaredMethod(methodName);
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            // The caller is another JVM, which may not know the type of what was thrown: it gets plain ones.
            AssertionError failure = new AssertionError(e.getCause().toString());
            failure.setStackTrace(e.getCause().getStackTrace());
            throw failure;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }
}
