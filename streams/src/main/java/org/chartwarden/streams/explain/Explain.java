package org.chartwarden.streams.explain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.chartwarden.model.AccessEvent;
import org.chartwarden.model.ExplainedAccess;
import org.chartwarden.model.Patient;
import org.chartwarden.streams.context.CareStore;
import org.chartwarden.streams.context.PatientStore;
import org.chartwarden.streams.context.Person;
import org.chartwarden.streams.context.Workforce;

/**
 * Joins an access with what is on record of its patient and its user, and lists the reasons that account for it.
 *
 * <p>An access without a user or a patient has no relationship to explain: it stays unexplained and says so.
 */
public final class Explain implements FixedKeyProcessor<String, Arrival, ExplainedAccess> {

    /** By user and patient: accesses that care on record explained. See {@link EarlierCare}. */
    public static final String PAIRS = "explained-pairs";

    private static final int JUDGED = 1;

    /** A late access may be one that was judged long ago, and must not replace that judgement. */
    private static final int UNJUDGED = 0;

    private final Explainer explainer;
    private final Duration ownCare;

    private FixedKeyProcessorContext<String, ExplainedAccess> context;
    private KeyValueStore<String, Patient> patients;
    private CareStore care;
    private Workforce workforce;
    private EarlierCare earlierCare;

    /**
     * @param before how long before care begins it explains
     * @param after how long after care ended it explains
     * @param ownCare how long a user's explained care goes on to explain
     */
    public Explain(Duration before, Duration after, Duration ownCare) {
        this.explainer = new Explainer(new CareWindow(before, after), ownCare);
        this.ownCare = ownCare;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, ExplainedAccess> context) {
        this.context = context;
        this.patients = context.getStateStore(PatientStore.STORE);
        this.care = new CareStore(context.getStateStore(CareStore.STORE));
        this.workforce = new Workforce(context.getStateStore(Workforce.STORE));
        this.earlierCare = new EarlierCare(context.getStateStore(PAIRS), ownCare);
    }

    @Override
    public void process(FixedKeyRecord<String, Arrival> record) {
        context.forward(record.withValue(explained(record.value())));
    }

    private ExplainedAccess explained(Arrival arrival) {
        AccessEvent access = arrival.access();
        Person user = access.getUserId() == null ? Person.UNKNOWN : workforce.person(access.getUserId());
        ExplainedAccess.Builder explained = ExplainedAccess.newBuilder()
                .setAccess(access)
                .setRevision(arrival.late() ? UNJUDGED : JUDGED)
                .setLate(arrival.late())
                .setUserKnown(user.known())
                .setUserFullName(user.fullName() == null ? access.getUserName() : user.fullName())
                .setUserDepartments(user.departments())
                .setUserRoles(user.roles());
        if (access.getPatientId() != null) {
            describePatient(explained, access.getPatientId());
        }
        List<String> absent = absent(access);
        return absent.isEmpty()
                ? withReasons(explained, arrival, user)
                : explained.setExplained(false).setUnexplainedBecause(absent).build();
    }

    private void describePatient(ExplainedAccess.Builder explained, String patientId) {
        Patient patient = patients.get(patientId);
        explained
                .setPatientKnown(patient != null)
                .setPatientVip(patient != null && patient.getVip())
                .setPatientUserId(workforce.userWithRecord(patientId).orElse(null));
    }

    private static List<String> absent(AccessEvent access) {
        if (access.getUserId() == null) {
            return List.of("The source named no user");
        }
        return access.getPatientId() == null ? List.of("The source named no patient") : List.of();
    }

    private ExplainedAccess withReasons(ExplainedAccess.Builder explained, Arrival arrival, Person user) {
        AccessEvent access = arrival.access();
        // The time of a late access may lie before what is remembered, or in years to come.
        Optional<String> earlier = arrival.late() ? Optional.empty() : earlierCare.before(access);
        Explainer.Result result =
                explainer.explain(new Situation(access, user, care.of(access.getPatientId()), earlier));
        if (result.isCare() && !arrival.late()) {
            earlierCare.remember(access);
        }
        return explained
                .setExplained(!result.explanations().isEmpty())
                .setExplanations(result.explanations())
                .setUnexplainedBecause(result.missing())
                .build();
    }
}
