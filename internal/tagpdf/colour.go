package tagpdf

import (
	"encoding/binary"
	"math"
	"sync"

	"nianbao/internal/deflate"
)

// Numbers of the sRGB profile, in units of 1/65536. The colorants are the primaries of IEC 61966-2-1:1999
// (x, y: 0.64 0.33, 0.30 0.60, 0.15 0.06; white point 0.3127 0.3290), adapted by the Bradford transform to the
// illuminant D50 of ICC.1:2001-04 (0.9642 1 0.8249). A test works them out again.
var (
	illuminant = [3]uint32{0xF6D6, 0x10000, 0xD32D}
	red        = [3]uint32{0x6FA0, 0x38F5, 0x0390}
	green      = [3]uint32{0x6297, 0xB787, 0x18D9}
	blue       = [3]uint32{0x249F, 0x0F84, 0xB6C3}
)

// curvePoints is how finely the transfer curve is sampled.
const curvePoints = 1024

// outputIntent says that device colours are sRGB (14.11.5; ISO 19005-3, 6.2.3).
func outputIntent(out *output) dict {
	profile := out.add(&stream{dict{"N": integer(3), "Filter": name("FlateDecode")}, profile()})
	return dict{
		"Type": name("OutputIntent"), "S": name("GTS_PDFA1"), "OutputConditionIdentifier": str("sRGB IEC61966-2.1"),
		"RegistryName": str("http://www.color.org"), "Info": str("sRGB IEC61966-2.1"), "DestOutputProfile": profile,
	}
}

// profile is compressed once: it is the same in every file.
var profile = sync.OnceValue(func() []byte { return deflate.Zlib(sRGB()) })

// sRGB is an ICC profile of version 2.1 for displays: three colorants and one curve (ICC.1:2001-04, 6.3.1.2).
func sRGB() []byte {
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", profileDescription("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(illuminant)},
		{"rXYZ", xyz(red)},
		{"gXYZ", xyz(green)},
		{"bXYZ", xyz(blue)},
		{"rTRC", transferCurve()},
		{"gTRC", nil},
		{"bTRC", nil},
	}
	start := 128 + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at := 0
	for _, t := range tags {
		size := len(t.data)
		if t.data == nil { // the three curves are one
			size = 12 + 2*curvePoints
		} else {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			at = start + len(body)
			body = append(body, t.data...)
		}
		table = append(table, t.sign...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	for len(body)%4 != 0 {
		body = append(body, 0)
	}
	return append(append(profileHeader(start+len(body)), table...), body...)
}

// profileHeader is the first 128 bytes (ICC.1:2001-04, 6.1). Its date is fixed, so that the bytes are.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range illuminant {
		binary.BigEndian.PutUint32(h[68+4*i:], v)
	}
	return h
}

func xyz(v [3]uint32) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, n := range v {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// profileDescription is a textDescriptionType (6.5.17) with ASCII only; its other parts are empty.
func profileDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

// transferCurve is the curve of IEC 61966-2-1:1999, 5.2, from encoded to linear values.
func transferCurve() []byte {
	b := []byte("curv\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, curvePoints)
	for i := range curvePoints {
		v := float64(i) / (curvePoints - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
