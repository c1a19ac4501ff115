package fr.parchemin.enmemoire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor of one thread, that of the test, which runs what it was given when it is told to. */
public final class Executeur extends AbstractExecutorService implements ScheduledExecutorService {

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
    private Duration now = Duration.ZERO;
    private boolean shutdown;

    private final class Later extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final Duration due;

        private Later(Runnable task, Duration due) {
            super(task, null);
            this.due = due;
        }

        Duration due() {
            return due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due.minus(now));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** Runs what waits, and what that gives it to run. */
    public void runAll() {
        while (!ready.isEmpty()) {
            ready.remove().run();
        }
    }

    /** Lets time pass, and runs what falls due. */
    public void advance(Duration duration) {
        now = now.plus(duration);
        runAll();
        while (!later.isEmpty() && later.peek().due().compareTo(now) <= 0) {
            later.remove().run();
            runAll();
        }
    }

    /** How many tasks wait for their time. */
    public int scheduled() {
        return later.size();
    }

    @Override
    public void execute(Runnable command) {
        ready.add(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Later task = new Later(command, now.plus(Duration.of(delay, unit.toChronoUnit())));
        later.add(task);
        return task;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return new ArrayList<>(ready);
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && ready.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
