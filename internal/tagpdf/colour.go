package tagpdf

import (
	_ "embed"
	"sync"

	"nianbao/internal/deflate"
)

// sRGB is our own ICC profile of version 2.1 for displays (ICC.1:2001-04, 6.3.1.2); a test recomputes all of it.
//
//go:embed srgb.icc
var sRGB []byte

// profile is compressed once, because it is the same in every file.
var profile = sync.OnceValue(func() []byte { return deflate.Zlib(sRGB) })

// outputIntent declares device colours as sRGB (14.11.5; ISO 19005-3, 6.2.3).
func outputIntent(out *output) dict {
	profile := out.add(&stream{dict{"N": integer(3), "Filter": name("FlateDecode")}, profile()})
	return dict{
		"Type": name("OutputIntent"), "S": name("GTS_PDFA1"), "OutputConditionIdentifier": str("sRGB IEC61966-2.1"),
		"RegistryName": str("http://www.color.org"), "Info": str("sRGB IEC61966-2.1"), "DestOutputProfile": profile,
	}
}
