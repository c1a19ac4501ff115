package fr.parchemin.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The values of one measure, in the order they came. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The value that this part of the values does not exceed: 0.95 for the slowest of the quickest nineteen in twenty. */
    double quantile(double part) {
        List<Double> sorted = sorted();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    double min() {
        return Collections.min(values);
    }

    double max() {
        return Collections.max(values);
    }

    /** Median, then least and greatest, without decimals. */
    String summary() {
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median(), min(), max());
    }

    private List<Double> sorted() {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        return values.stream().sorted().toList();
    }
}
