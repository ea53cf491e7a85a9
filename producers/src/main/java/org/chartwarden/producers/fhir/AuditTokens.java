package org.chartwarden.producers.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * The access token under which an act was done, by IHE BALP 1.1: {@code agent.policy} of the user's OAuth or SAML agent is
 * the id of the token (jti), of an opaque token its last 32 characters, of a SAML assertion its ID. An authorization
 * decision names the token that it issued as an entity.
 */
final class AuditTokens {

    /** Of BALP's UserAgentTypes, whose codes are not case-sensitive. */
    static final String OAUTH_USER = "UserOauthAgent";

    private static final Set<String> TOKEN_USERS = Set.of("useroauthagent", "usersamlagent");

    /** BALP puts this before the jti of a JWT, and some leave it out. */
    private static final String JTI = "urn:ietf:params:oauth:jti:";

    private AuditTokens() {}

    /** The token's id, without the URN before it. Any other policy is a rule that allowed the act, and no token. */
    static Optional<String> id(AuditEvent event) {
        Stream<String> ofUsers =
                event.getAgent().stream().filter(AuditTokens::isTokenUser).flatMap(AuditTokens::policies);
        Stream<String> marked =
                event.getAgent().stream().flatMap(AuditTokens::policies).filter(policy -> policy.startsWith(JTI));
        Stream<String> issued = event.getEntity().stream()
                .filter(entity -> OAUTH_USER.equalsIgnoreCase(entity.getType().getCode()))
                .flatMap(entity -> Text.present(entity.getWhat().getIdentifier().getValue()).stream());
        return Stream.of(ofUsers, marked, issued)
                .flatMap(tokens -> tokens)
                .map(token -> token.startsWith(JTI) ? token.substring(JTI.length()) : token)
                .flatMap(token -> Text.present(token).stream())
                .findFirst();
    }

    private static boolean isTokenUser(AuditEventAgentComponent agent) {
        return Text.codes(agent.getType()).anyMatch(code -> TOKEN_USERS.contains(code.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> policies(AuditEventAgentComponent agent) {
        return agent.getPolicy().stream().map(PrimitiveType::getValue).flatMap(policy -> Text.present(policy).stream());
    }
}
