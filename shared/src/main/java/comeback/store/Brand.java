package comeback.store;

import java.util.Optional;

/**
 * How a shop looks and who answers for it: what every letter of the store shows.
 *
 * @param name as shoppers know it
 * @param homeUrl https, the shop's front page
 * @param logoUrl https, png or jpg, shown 128 pixels wide; without one the name is set in type
 * @param colour the shop's own colour as #rrggbb; letters pick a readable text colour on it
 * @param legalName the trade name, for the footer
 * @param postalAddress one line
 * @param supportEmail where a person answers
 * @param supportPhone for the footer (Korea and Turkey want it)
 * @param registration a line that the law of the shop's country asks for, e.g. "MERSİS 0123…" or 사업자등록번호
 */
public record Brand(
        String name,
        String homeUrl,
        Optional<String> logoUrl,
        String colour,
        String legalName,
        String postalAddress,
        String supportEmail,
        Optional<String> supportPhone,
        Optional<String> registration) {}
