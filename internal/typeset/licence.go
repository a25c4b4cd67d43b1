package typeset

import (
	"encoding/binary"

	"golang.org/x/image/font/sfnt"

	"nianbao/internal/message"
)

// What the licence of a font allows, in the field fsType of its table OS/2 (ISO/IEC 14496-22, 5.2.7). Where a font has several
// of the first three, the least strict one counts.
const (
	os2Licence        = 8
	licenceRestricted = 1 << 1
	licencePrinted    = 1 << 2
	licenceEditable   = 1 << 3
	licenceWhole      = 1 << 8 // no part of it may be embedded
	licenceBitmaps    = 1 << 9 // nothing but bitmaps may be embedded
)

// permitted refuses a font of which no subset may be embedded. One that does not say may be.
func permitted(parsed *sfnt.Font, ttf []byte) error {
	tables, err := tablesOf(ttf)
	if err != nil {
		return message.Errorf("parse font: %w", err)
	}
	os2 := tables["OS/2"]
	if len(os2) < os2Licence+2 {
		return nil
	}
	flags := binary.BigEndian.Uint16(os2[os2Licence:])
	forbids := flags&licenceRestricted != 0 && flags&(licencePrinted|licenceEditable) == 0 || flags&(licenceWhole|licenceBitmaps) != 0
	if !forbids {
		return nil
	}
	name, err := parsed.Name(nil, sfnt.NameIDFull)
	if err != nil {
		name = "?"
	}
	return message.Errorf("the licence of the font %q forbids embedding parts of it in a document (OS/2 fsType %d): choose another font", name, flags)
}
