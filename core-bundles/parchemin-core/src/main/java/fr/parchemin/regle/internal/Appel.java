package fr.parchemin.regle.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One call into a plugin, run on a thread of its branch and awaited from another. */
final class Appel implements Runnable {

    private static final int LIGNES_DE_TRACE = 12;
    private static final int MESSAGE_MAXIMAL = 300;

    /** How it ended; {@code trace} is text, so that no class of the plugin is held by what is kept of a failure. */
    record Fin(Object valeur, String exception, String trace) {}

    private final Callable<?> call;
    private final AtomicInteger perdus;
    private final Runnable whenOver;
    private final CountDownLatch over = new CountDownLatch(1);
    private Thread thread;
    private boolean abandoned;
    private volatile Fin fin;

    /**
     * @param perdus counts the calls that were given up and still run
     * @param whenOver run on the thread of the call once the plugin has given it back
     */
    Appel(Callable<?> call, AtomicInteger perdus, Runnable whenOver) {
        this.call = call;
        this.perdus = perdus;
        this.whenOver = whenOver;
    }

    @Override
    public void run() {
        try {
            if (begin()) {
                fin = outcome();
            }
        } finally {
            end();
            whenOver.run();
            over.countDown();
        }
    }

    private Fin outcome() {
        try {
            return new Fin(call.call(), null, null);
        } catch (Throwable thrown) { // whatever it is, an Error included, it is the plugin's own
            return described(thrown);
        }
    }

    private synchronized boolean begin() {
        thread = abandoned ? null : Thread.currentThread();
        return !abandoned;
    }

    private synchronized void end() {
        if (abandoned && thread != null) {
            perdus.decrementAndGet();
        }
        thread = null;
        Thread.interrupted(); // an interrupt meant for this call is not for the next
    }

    /** How it ended, or {@code null} when it did not within that time: it is then given up, and interrupted. */
    Fin await(long nanos) throws InterruptedException {
        try {
            if (over.await(nanos, TimeUnit.NANOSECONDS)) {
                return fin;
            }
        } catch (InterruptedException interrupted) {
            abandon();
            throw interrupted;
        }
        abandon();
        return null;
    }

    private synchronized void abandon() {
        abandoned = true;
        if (thread != null) {
            perdus.incrementAndGet();
            thread.interrupt();
        }
    }

    /** Put in words here, on the thread of the plugin: its own classes may well override what is asked for. */
    private static Fin described(Throwable thrown) {
        String name = thrown.getClass().getName();
        try {
            StringBuilder trace = new StringBuilder(name).append(": ").append(abridged(thrown.getMessage()));
            StackTraceElement[] frames = thrown.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, LIGNES_DE_TRACE); i++) {
                trace.append("\n\tat ").append(frames[i]);
            }
            return new Fin(null, name, trace.toString());
        } catch (Throwable worse) {
            return new Fin(null, name, name);
        }
    }

    /** On one line of the log, whatever the plugin wrote. */
    private static String abridged(String message) {
        if (message == null) {
            return "";
        }
        String head = message.substring(0, Math.min(message.length(), MESSAGE_MAXIMAL));
        return head.replaceAll("\\p{Cntrl}+", " ");
    }
}
