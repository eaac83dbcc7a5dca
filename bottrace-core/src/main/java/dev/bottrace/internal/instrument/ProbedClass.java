package dev.bottrace.internal.instrument;

import dev.bottrace.option.Scope;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which probes a class has, and for whom. Immutable. */
public final class ProbedClass {
  private final String internalName;
  private final @Nullable String sourcePath;
  private final boolean own;
  private final Probing probing;
  private final ValueProbes values;
  private final boolean lambdas;
  private final int firstId;
  private final int methods;
  private final BitSet lambdaBodies;
  private final Set<Wish> atPlaces;
  private final Set<Scope> crossed;
  private final Map<Integer, String> sites;

  ProbedClass(
      ClassOutline outline,
      boolean own,
      Needs needs,
      int firstId,
      List<MethodOutline> methods,
      Set<Wish> atPlaces,
      ClassSites sites) {
    this.internalName = outline.internalName();
    this.sourcePath = outline.sourcePath();
    this.own = own;
    this.probing = needs.probing();
    this.values = needs.values();
    this.lambdas = needs.lambdas();
    this.firstId = firstId;
    this.methods = methods.size();
    this.atPlaces = Set.copyOf(atPlaces);
    this.crossed = needs.borders().stream().map(Border::scope).collect(Collectors.toSet());
    this.sites = Map.copyOf(sites.owners());
    this.lambdaBodies = new BitSet();
    for (int i = 0; i < methods.size(); i++) {
      lambdaBodies.set(i, methods.get(i).isLambdaBody());
    }
  }

  /** What several recordings need together. */
  record Needs(Probing probing, ValueProbes values, boolean lambdas, List<Border> borders) {
    static Needs of(List<Wish> wishes) {
      List<Border> borders = wishes.stream().map(Wish::border).filter(Objects::nonNull).toList();
      Needs needs = new Needs(Probing.NONE, ValueProbes.NONE, false, borders);
      for (Wish wish : wishes) {
        Probing more = wish.probing();
        needs =
            new Needs(
                more.compareTo(needs.probing) > 0 ? more : needs.probing,
                needs.values.and(wish.values()),
                needs.lambdas || wish.lambdas(),
                borders);
      }
      return needs;
    }
  }

  /**
   * Tells whether a recording finds all that it needs.
   *
   * @param wish what it wants
   * @return false if the class has to be instrumented again
   */
  public boolean serves(Wish wish) {
    return wish.breakpoints() == null
        && (!isWantedBy(wish)
            || (probing.compareTo(wish.probing()) >= 0
                && values.include(wish.values())
                && (lambdas || !wish.lambdas())
                && hasSitesOf(wish.border())));
  }

  private boolean hasSitesOf(@Nullable Border border) {
    return border == null || crossed.contains(border.scope());
  }

  /**
   * Tells whether it is in the scope of a recording.
   *
   * @param wish what it wants
   * @return whether it has probes for it
   */
  public boolean isWantedBy(Wish wish) {
    return wish.probing() != Probing.NONE && wish.accepts(internalName, sourcePath, own);
  }

  /**
   * Tells whether it has breakpoints of a recording.
   *
   * @param wish what it wants
   * @return whether it is to be instrumented again when that has ended
   */
  public boolean hasPlacesOf(Wish wish) {
    return atPlaces.contains(wish);
  }

  /**
   * Tells a recording which of its methods and calls have probes.
   *
   * @param wish what it wants
   */
  public void tell(Wish wish) {
    if (isWantedBy(wish)) {
      for (int i = 0; i < methods; i++) {
        if (wish.lambdas() || !lambdaBodies.get(i)) {
          wish.observes(firstId + i);
        }
      }
      tellSites(wish, wish.border());
    }
  }

  private void tellSites(Wish wish, @Nullable Border border) {
    sites.forEach(
        (id, owner) -> {
          if (border != null && border.isCrossedBy(owner)) {
            border.hasSite(owner, id);
            wish.observes(id);
          }
        });
  }
}
