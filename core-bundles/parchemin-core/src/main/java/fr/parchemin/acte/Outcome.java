package fr.parchemin.acte;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an act came to: done, with its value, or refused, with a reason that the trade knows. Surprises stay exceptions.
 *
 * @param <T> what the act yields
 */
public sealed interface Outcome<T> {

    /** The act was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The act was refused; nothing was written. */
    record Refused<T>(Refus refus) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refus refus) {
        return new Refused<>(refus);
    }

    static <T> Outcome<T> refused(CodeRefus code, Object... arguments) {
        return new Refused<>(Refus.of(code, arguments));
    }

    /** Refused when there is a reason to, done with the value otherwise. */
    static <T> Outcome<T> unless(Optional<Refus> refus, T value) {
        return refus.<Outcome<T>>map(Refused::new).orElseGet(() -> new Done<>(value));
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    default <R> R fold(Function<? super T, ? extends R> whenDone, Function<Refus, ? extends R> whenRefused) {
        return this instanceof Done<T> done
                ? whenDone.apply(done.value())
                : whenRefused.apply(((Refused<T>) this).refus());
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next::apply, Refused::new);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> new Done<>(change.apply(value)), Refused::new);
    }

    /** The reason of the refusal, empty when done. */
    default Optional<Refus> reason() {
        return fold(value -> Optional.empty(), Optional::of);
    }

    /**
     * The value of an act known to be done.
     *
     * @throws IllegalStateException when it was refused
     */
    default T orElseThrow() {
        return fold(Function.identity(), refus -> {
            throw new IllegalStateException(refus.code() + ": " + refus.detail());
        });
    }
}
