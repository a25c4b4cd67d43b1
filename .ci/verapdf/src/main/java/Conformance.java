import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against conformance profiles: Conformance FLAVOUR[,FLAVOUR…] FILE…
 *
 * Flavours are veraPDF's: ua1, 3a, 2b … One line a file and flavour goes to stdout; below a file that fails, each
 * rule it breaks with its clause, how often, and where first. Exit status: 0 all conform, 1 some do not or cannot be
 * read, 2 usage.
 */
public final class Conformance {
    /** How many breaches of one rule are counted before the rest is left. */
    private static final int MAX_FAILURES = 1000;

    private Conformance() {
    }

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: Conformance FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String id : args[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("unknown flavour: " + id);
                System.exit(2);
            }
            flavours.add(flavour);
        }
        boolean conform = true;
        for (int i = 1; i < args.length; i++) {
            for (PDFAFlavour flavour : flavours) {
                conform &= check(args[i], flavour);
            }
        }
        System.exit(conform ? 0 : 1);
    }

    private static boolean check(String file, PDFAFlavour flavour) {
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, MAX_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s: %s%n", result.isCompliant() ? "ok  " : "FAIL", flavour.getId(), file);
            report(result);
            return result.isCompliant();
        } catch (Exception e) {
            System.out.printf("FAIL %s: %s: %s%n", flavour.getId(), file, e);
            return false;
        }
    }

    private static void report(ValidationResult result) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Map<String, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion a : result.getTestAssertions()) {
            if (a.getStatus() == TestAssertion.Status.FAILED) {
                String rule = a.getRuleId().getSpecification().getId() + ", " + a.getRuleId().getClause()
                        + ", test " + a.getRuleId().getTestNumber();
                count.merge(rule, 1, Integer::sum);
                first.putIfAbsent(rule, a);
            }
        }
        first.forEach((rule, a) -> {
            System.out.printf("     %s (%d times): %s%n", rule, count.get(rule), a.getMessage());
            System.out.printf("         first at %s%n", a.getLocation().getContext());
        });
    }
}
