package fr.parchemin.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A look into a running JVM of this machine: what it holds once everything that nobody refers to is gone. */
final class Inside implements AutoCloseable {

    /** What was held at a moment. */
    record Held(long heapBytes, int classes) {
        double heapMegabytes() {
            return heapBytes / 1048576.0;
        }
    }

    /** What the collector finds by finalizing or clearing it finds out about at the next collection. */
    private static final int COLLECTIONS = 3;

    private final VirtualMachine machine;
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final ClassLoadingMXBean classes;

    Inside(Installation server) {
        try {
            machine = VirtualMachine.attach(String.valueOf(server.pid()));
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            memory = ManagementFactory.newPlatformMXBeanProxy(
                    beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            classes = ManagementFactory.newPlatformMXBeanProxy(
                    beans, ManagementFactory.CLASS_LOADING_MXBEAN_NAME, ClassLoadingMXBean.class);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("Cannot look into " + server.folder(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + server.folder(), e);
        }
    }

    Held afterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return new Held(memory.getHeapMemoryUsage().getUsed(), classes.getLoadedClassCount());
    }

    @Override
    public void close() {
        try {
            connector.close();
            machine.detach();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
