package tagpdf

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// carrier takes objects over from the input into the output, each of them once.
type carrier struct {
	in   *file
	out  *output
	done map[int]ref
}

// object copies an object with everything it refers to.
func (c *carrier) object(o object) (object, error) {
	switch o := o.(type) {
	case ref:
		return c.ref(o)
	case array:
		out := make(array, len(o))
		for i, v := range o {
			var err error
			if out[i], err = c.object(v); err != nil {
				return nil, err
			}
		}
		return out, nil
	case dict:
		return c.dict(o)
	}
	return o, nil
}

func (c *carrier) ref(r ref) (object, error) {
	if done, ok := c.done[r.num]; ok {
		return done, nil
	}
	got, err := c.in.resolve(r)
	if err != nil {
		return nil, err
	}
	to := c.out.reserve()
	c.done[r.num] = to
	var made object
	if s, ok := got.(*stream); ok {
		made, err = c.stream(s)
	} else {
		made, err = c.object(got)
	}
	if err != nil {
		return nil, fmt.Errorf("object %d: %w", r.num, err)
	}
	c.out.set(to, made)
	return to, nil
}

func (c *carrier) dict(d dict) (dict, error) {
	out := dict{}
	for _, k := range slices.Sorted(maps.Keys(d)) {
		v, err := c.object(d[k])
		if err != nil {
			return nil, err
		}
		out[k] = v
	}
	return out, nil
}

// stream copies a stream. What is Flate without a predictor, or not compressed, is compressed anew: fpdf asks
// for speed rather than size.
func (c *carrier) stream(s *stream) (object, error) {
	d := maps.Clone(s.dict)
	delete(d, "Length")
	out, err := c.dict(d)
	if err != nil {
		return nil, err
	}
	f := d["Filter"]
	if f != nil && f != name("FlateDecode") || d["DecodeParms"] != nil {
		return &stream{out, s.data}, nil
	}
	data, err := c.in.content(s)
	if err != nil {
		return nil, err
	}
	return flate(out, data), nil
}

// only refuses keys of a dictionary that are not in the list.
func only(d dict, keys ...name) error {
	for _, k := range slices.Sorted(maps.Keys(d)) {
		if !slices.Contains(keys, k) {
			return fmt.Errorf("/%s is not understood here", k)
		}
	}
	return nil
}

// resources copies what the pages use of the resources they share (7.8.3), beside the fonts.
func (c *carrier) resources(o object, s *survey, fonts dict) (ref, error) {
	d, err := as[dict](c.in, o)
	if err != nil {
		return ref{}, err
	}
	out := dict{}
	if len(fonts) > 0 {
		out["Font"] = fonts
	}
	for _, category := range []struct {
		key   name
		check func(object) error
	}{{"XObject", c.checkImage}, {"ExtGState", c.checkState}, {"Shading", c.checkShading}} {
		if len(s.used[category.key]) == 0 {
			continue
		}
		from, err := as[dict](c.in, d[category.key])
		if err != nil {
			return ref{}, fmt.Errorf("%s: %w", category.key, err)
		}
		to := dict{}
		for _, n := range slices.Sorted(maps.Keys(s.used[category.key])) {
			if err := category.check(from[n]); err != nil {
				return ref{}, fmt.Errorf("%s /%s: %w", category.key, n, err)
			}
			if to[n], err = c.object(from[n]); err != nil {
				return ref{}, fmt.Errorf("%s /%s: %w", category.key, n, err)
			}
		}
		out[category.key] = to
	}
	return c.out.add(out), nil
}

// checkImage lets images pass that ISO 19005-3, 6.2.8 allows in the colours of the output intent.
func (c *carrier) checkImage(o object) error {
	s, err := as[*stream](c.in, o)
	if err != nil {
		return err
	}
	if s.dict["Subtype"] != name("Image") {
		return errors.New("only images are understood")
	}
	if err := only(s.dict, "Type", "Subtype", "Width", "Height", "ColorSpace", "BitsPerComponent", "Filter",
		"DecodeParms", "Length", "SMask", "Mask", "Decode"); err != nil {
		return err
	}
	if f := s.dict["Filter"]; f != nil && f != name("FlateDecode") && f != name("DCTDecode") {
		return fmt.Errorf("its filter is %s, which is not understood", kindOf(f))
	}
	if s.dict["SMask"] != nil {
		if err := c.checkImage(s.dict["SMask"]); err != nil {
			return fmt.Errorf("soft mask: %w", err)
		}
	}
	return c.checkColours(s.dict["ColorSpace"])
}

func (c *carrier) checkColours(o object) error {
	space := o
	if a, ok := o.(array); ok && len(a) == 4 && a[0] == name("Indexed") {
		space = a[1]
	}
	if space != name("DeviceRGB") && space != name("DeviceGray") {
		return fmt.Errorf("its colours are %s, only grey and RGB are understood", kindOf(space))
	}
	return nil
}

func (c *carrier) checkState(o object) error {
	d, err := as[dict](c.in, o)
	if err != nil {
		return err
	}
	return only(d, "Type", "ca", "CA", "BM")
}

func (c *carrier) checkShading(o object) error {
	d, err := as[dict](c.in, o)
	if err != nil {
		return err
	}
	if err := only(d, "ShadingType", "ColorSpace", "Coords", "Function", "Extend"); err != nil {
		return err
	}
	return c.checkColours(d["ColorSpace"])
}
