import './figures.test.mjs';
import './built.test.mjs';
