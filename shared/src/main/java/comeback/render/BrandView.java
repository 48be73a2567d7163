package comeback.render;

import comeback.store.Brand;

/**
 * A shop as its letters show it. What is not known is "".
 *
 * @param name as shoppers know it
 * @param homeUrl the shop's front page
 * @param logoUrl its picture, or none: then the name is set in type
 * @param legalName the trade name
 * @param postalAddress one line
 * @param supportEmail where a person answers
 * @param supportMailbox opens a mail to it
 * @param supportPhone where a person answers, too
 * @param supportCall calls it
 * @param registration a line that the law of the shop's country asks for
 */
public record BrandView(
        String name,
        SafeUrl homeUrl,
        SafeUrl logoUrl,
        String legalName,
        String postalAddress,
        String supportEmail,
        SafeUrl supportMailbox,
        String supportPhone,
        SafeUrl supportCall,
        String registration) {
    public static BrandView of(Brand brand) {
        return new BrandView(
                brand.name(),
                SafeUrl.page(brand.homeUrl()),
                brand.logoUrl().map(SafeUrl::picture).orElse(SafeUrl.NONE),
                brand.legalName(),
                brand.postalAddress(),
                brand.supportEmail(),
                SafeUrl.mailbox(brand.supportEmail()),
                brand.supportPhone().orElse(""),
                brand.supportPhone().map(SafeUrl::phone).orElse(SafeUrl.NONE),
                brand.registration().orElse(""));
    }
}
