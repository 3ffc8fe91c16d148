package confidant.policy;

import confidant.model.Lang;
import java.util.Map;

/** A rule as people read it: from the annotations of a Cedar policy or from {@code policies/windows.yaml} or {@code policies/figures.yaml}. */
public record Rule(String id, Map<Lang, String> title, String article, String owner, String review) {}
